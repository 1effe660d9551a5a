'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog.tsx';
import { type CreatedKey, CreateKeyForm } from './create-key-form.tsx';
import { ShownKey } from './shown-key.tsx';

/** Makes a key, and shows it this one time. */
export function CreateKeyDialog() {
  const [open, setOpen] = useState(false);
  const [created, setCreated] = useState<CreatedKey | null>(null);
  const show = (next: boolean) => {
    setOpen(next);
    setCreated(null);
  };
  // A click beside it must not lose the only sight of the key.
  const stay = (event: Event) => created && event.preventDefault();
  return (
    <Dialog open={open} onOpenChange={show}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus />
          Create key
        </Button>
      </DialogTrigger>
      <DialogContent
        title={created ? `${created.name} is made` : 'Create an API key'}
        description={created ? 'Copy it now: it is shown this one time, and kept nowhere.' : 'Choose what a program may do with it.'}
        onInteractOutside={stay}
      >
        {created ? <ShownKey created={created} /> : <CreateKeyForm onCreated={setCreated} />}
      </DialogContent>
    </Dialog>
  );
}
