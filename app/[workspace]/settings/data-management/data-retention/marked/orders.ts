/** How the list can be ordered, and which way each begins. */
export const ORDERS = [
  { name: 'purge_day', label: 'Purge day', begins: 'asc' },
  { name: 'name', label: 'Name', begins: 'asc' },
  { name: 'value', label: 'Contract value', begins: 'desc' },
] as const;

type Order = { sort: (typeof ORDERS)[number]['name']; direction: 'asc' | 'desc' };

/** The order that an address asks for; by purge day, the nearest first, where it says none. */
export function orderOf(params: URLSearchParams): Order {
  const { name: sort } = ORDERS.find(({ name }) => name === params.get('sort')) ?? ORDERS[0];
  return { sort, direction: params.get('direction') === 'desc' ? 'desc' : 'asc' };
}

/** What a column's head changes: its own order, or the other way where it is that already. */
export function turned(params: URLSearchParams, name: Order['sort']): Order {
  const { sort, direction } = orderOf(params);
  if (sort === name) return { sort, direction: direction === 'asc' ? 'desc' : 'asc' };
  return begun(name);
}

/** An order as it begins: the nearest day, the first name, the largest value first. */
export function begun(name: Order['sort']): Order {
  return { sort: name, direction: ORDERS.find((order) => order.name === name)?.begins ?? 'asc' };
}
