'use client';

import { Button } from '@/components/ui/button.tsx';
import { CodeBlock } from '@/components/ui/code.tsx';
import { DialogActions, DialogBody, DialogClose } from '@/components/ui/dialog.tsx';
import type { CreatedKey } from './create-key-form.tsx';

export function ShownKey({ created }: { created: CreatedKey }) {
  return (
    <>
      <DialogBody>
        <CodeBlock label={created.scopes.join(', ')} text={created.api_key} />
      </DialogBody>
      <footer className="border-t px-6 py-4 max-sm:px-4">
        <DialogActions>
          <DialogClose asChild>
            <Button variant="primary">Done</Button>
          </DialogClose>
        </DialogActions>
      </footer>
    </>
  );
}
