'use client';

import { LogOut } from 'lucide-react';
import { useRef } from 'react';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu.tsx';

export type Person = { name: string; email: string; initials: string; role?: string };

/** Who is signed in, and the way out. */
export function UserMenu({ person, signOut }: { person: Person; signOut: (form: FormData) => void | Promise<void> }) {
  // The form stands outside of the menu, which is gone by the time that it is sent.
  const form = useRef<HTMLFormElement>(null);
  return (
    <>
      <form ref={form} action={signOut} hidden />
      <DropdownMenu>
        <DropdownMenuTrigger
          aria-label={`Signed in as ${person.name}`}
          className="inline-flex size-7 items-center justify-center rounded-full border bg-muted font-semibold text-2xs hover:bg-accent"
        >
          {person.initials}
        </DropdownMenuTrigger>
        <DropdownMenuContent className="min-w-52">
          <div className="px-2 py-1.5">
            <p className="font-medium text-sm">{person.name}</p>
            <p className="text-muted-foreground text-xs">{person.email}</p>
            {person.role && <p className="text-muted-foreground text-xs">{person.role}</p>}
          </div>
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => form.current?.requestSubmit()}>
            <LogOut className="text-muted-foreground" />
            Sign out
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
    </>
  );
}
