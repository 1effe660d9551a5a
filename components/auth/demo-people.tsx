import { Badge } from '@/components/ui/badge.tsx';

export type DemoPerson = { email: string; password: string; role: 'global_admin' | 'advanced' | 'member' };

type DemoPeopleProps = { people: readonly DemoPerson[]; next: string; action: (form: FormData) => void; pending: boolean };

const ROLE_NAMES: Record<DemoPerson['role'], string> = { global_admin: 'Global admin', advanced: 'Advanced', member: 'Member' };

/** The people of the demo, each with a button that signs in as them. */
export function DemoPeople({ people, next, action, pending }: DemoPeopleProps) {
  return (
    <section aria-labelledby="demo-people">
      <h2 id="demo-people" className="flex items-center gap-2 font-medium text-sm">
        <Badge>Demo</Badge> Accounts of this demo
      </h2>
      <ul className="mt-2 divide-y rounded-md border">
        {people.map(({ email, password, role }) => (
          <li key={email}>
            <form action={action} className="flex items-center justify-between gap-4 px-3.5 py-2">
              <div className="min-w-0">
                <p className="font-medium text-sm">{ROLE_NAMES[role]}</p>
                <p className="break-all font-mono text-muted-foreground text-xs">
                  {email}
                  <br />
                  {password}
                </p>
              </div>
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <input type="hidden" name="next" value={next} />
              <button
                type="submit"
                disabled={pending}
                aria-label={`Use ${email}`}
                className="rounded-sm font-medium text-sm underline decoration-1 decoration-muted-foreground/60 underline-offset-4 hover:decoration-foreground"
              >
                Use
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
