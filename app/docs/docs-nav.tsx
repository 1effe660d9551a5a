import type { apiReference } from '#lib/web/api-reference.ts';
import { anchorOf } from './anchor.ts';
import { Method } from './method.tsx';

export type Groups = ReturnType<typeof apiReference>;

/** All operations under their headings, beside the page. */
export function DocsNav({ groups }: { groups: Groups }) {
  return (
    <nav
      aria-label="Operations"
      className="sticky top-12 hidden h-[calc(100svh-3rem)] w-72 shrink-0 overflow-y-auto border-r px-3 pt-4 pb-8 lg:block"
    >
      <NavList groups={groups} />
    </nav>
  );
}

export function NavList({ groups }: { groups: Groups }) {
  return (
    <ul>
      {groups.map(({ name, operations }) => (
        <li key={name} className="mb-3">
          <a href={`#${anchorOf(name)}`} className="block rounded-md px-2 py-1 font-medium text-sm hover:bg-accent">
            {name}
          </a>
          <ul>
            {operations.map(({ id, method, path }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  className="flex items-baseline gap-2 rounded-md px-2 py-1 text-muted-foreground hover:bg-accent hover:text-foreground"
                >
                  <Method method={method} />
                  <span className="min-w-0 break-all font-mono text-xs">{path.replace('/api/v1', '')}</span>
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
      <li>
        <a href="#problems" className="block rounded-md px-2 py-1 font-medium text-sm hover:bg-accent">
          Problems
        </a>
      </li>
    </ul>
  );
}
