export type NavIcon = 'accounts' | 'overview' | 'marked' | 'runs' | 'audit' | 'data' | 'connect' | 'keys';

export type NavItem = {
  href: string;
  label: string;
  icon?: NavIcon;
  /** Shown behind it, where it is not zero. */
  count?: number;
};

/** Items under a heading, or under an item that opens and closes. */
export type NavGroup = { label?: string; items: readonly (NavItem | NavBranch)[] };
export type NavBranch = { label: string; icon: NavIcon; items: readonly NavItem[] };

export type Crumb = { label: string; href?: string };

type WorkspaceNav = {
  slug: string;
  /** All that is marked now. */
  marked?: number;
};

/** The pages of a workspace, for everybody: a page that a person may not see says so, and whom to ask. */
export function workspaceNav({ slug, marked }: WorkspaceNav): NavGroup[] {
  const retention = `/${slug}/settings/data-management/data-retention`;
  return [
    { items: [{ href: `/${slug}/accounts`, label: 'Accounts', icon: 'accounts' }] },
    {
      label: 'Retention',
      items: [
        { href: `${retention}/overview`, label: 'Overview', icon: 'overview' },
        { href: `${retention}/marked`, label: 'Marked', icon: 'marked', ...(marked ? { count: marked } : {}) },
        { href: `${retention}/runs`, label: 'Runs', icon: 'runs' },
        { href: `${retention}/audit`, label: 'Audit', icon: 'audit' },
      ],
    },
    {
      label: 'Settings',
      items: [
        { label: 'Data Management', icon: 'data', items: [{ href: retention, label: 'Data Retention' }] },
        { href: `/${slug}/settings/connect`, label: 'Connect', icon: 'connect' },
        { href: `/${slug}/settings/api-keys`, label: 'API Keys', icon: 'keys' },
      ],
    },
  ];
}

/** The item of the page at `path`: the one with the longest address that leads to it. */
export function currentHref(nav: readonly NavGroup[], path: string): string | undefined {
  return leaves(nav)
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** Where the page at `path` stands: heading, branch, item; the last bears the link only while a page below it is shown. */
export function crumbs(nav: readonly NavGroup[], path: string): Crumb[] {
  const href = currentHref(nav, path);
  for (const group of nav) {
    for (const item of group.items) {
      const leaf = 'items' in item ? item.items.find((child) => child.href === href) : item.href === href ? item : undefined;
      if (!leaf) continue;
      const above = [group.label, 'items' in item ? item.label : undefined].filter((label) => label !== undefined);
      return [...above.map((label) => ({ label })), { label: leaf.label, href: leaf.href }];
    }
  }
  return [];
}

export function leaves(nav: readonly NavGroup[]): NavItem[] {
  return nav.flatMap(({ items }) => items.flatMap((item) => ('items' in item ? item.items : [item])));
}
