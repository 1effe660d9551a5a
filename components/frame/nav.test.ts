import { describe, expect, it } from 'vitest';
import { crumbs, currentHref, workspaceNav } from './nav.ts';

const nav = workspaceNav({ slug: 'meridian', marked: 1401 });
const retention = '/meridian/settings/data-management/data-retention';

describe('the navigation', () => {
  it('knows its current page, also where one address begins like another', () => {
    expect(currentHref(nav, retention)).toBe(retention);
    expect(currentHref(nav, `${retention}/marked`)).toBe(`${retention}/marked`);
    expect(currentHref(nav, '/meridian/accounts/halcyon')).toBe('/meridian/accounts');
    expect(currentHref(nav, '/meridian/accounts-of-others')).toBeUndefined();
  });
  it('says where a page stands', () => {
    expect(crumbs(nav, retention).map(({ label }) => label)).toEqual(['Settings', 'Data Management', 'Data Retention']);
    expect(crumbs(nav, `${retention}/runs/2026-07-05`).map(({ label }) => label)).toEqual(['Retention', 'Runs']);
    expect(crumbs(nav, `${retention}/overview/holds`).map(({ label }) => label)).toEqual(['Retention', 'Overview']);
    expect(crumbs(nav, '/meridian/nowhere')).toEqual([]);
  });
});
