import { expect, test } from 'vitest';
import { orderOf, turned } from './orders.ts';

const of = (query: string) => new URLSearchParams(query);

test('without an order in the address the nearest purge day comes first; what is no order is none', () => {
  for (const query of ['', 'sort=colour', 'direction=sideways'])
    expect(orderOf(of(query))).toEqual({ sort: 'purge_day', direction: 'asc' });
  expect(orderOf(of('sort=value&direction=desc'))).toEqual({ sort: 'value', direction: 'desc' });
});

test('a head turns its own order round, and begins another the way that is looked for first', () => {
  expect(turned(of(''), 'purge_day')).toEqual({ sort: 'purge_day', direction: 'desc' });
  expect(turned(of(''), 'value')).toEqual({ sort: 'value', direction: 'desc' });
  expect(turned(of('sort=value&direction=desc'), 'value')).toEqual({ sort: 'value', direction: 'asc' });
  expect(turned(of('sort=value&direction=desc'), 'name')).toEqual({ sort: 'name', direction: 'asc' });
});
