import { describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { accepted, toldWorkspace } from '#db/testing/told-workspace.ts';

testDatabase();
const here = toldWorkspace();

describe('parents', () => {
  const parents = async () => Object.fromEntries((await here.stored()).accounts.map((a) => [a.account, a.parent]));
  const below = (name: string, parent: string | null) => ({ type: 'account', account: name, attributes: { parent } });

  test('a later one sees an earlier one, and the one that would close the loop is refused', async () => {
    expect(await here.record(below('a', 'b'), below('b', 'c'), below('c', 'a'), below('a', null), below('c', 'a'))).toMatchObject({
      accepted: 4,
      rejected: [{ index: 2, errors: [{ path: 'attributes.parent' }] }],
    });
    expect(await parents()).toEqual({ a: null, b: 'c', c: 'a' });
  });
  test('a loop over what is stored is refused too', async () => {
    await here.record(below('a', 'b'), below('b', 'c'), below('x', 'y'));
    expect(await here.record(below('c', 'x'), below('y', 'a'), below('y', 'c'))).toMatchObject({
      accepted: 1,
      rejected: [{ index: 1 }, { index: 2 }],
    });
    expect(await parents()).toEqual({ a: 'b', b: 'c', c: 'x', x: 'y', y: null });
  });
  test('two requests that would close a loop together cannot', async () => {
    await here.record(below('a', null), below('b', null));
    const answers = await Promise.all([here.record(below('a', 'b')), here.record(below('b', 'a'))]);
    expect(answers.map((a) => a.accepted).sort()).toEqual([0, 1]);
  });
  test('an archived account may be named as parent', async () => {
    await here.record(below('a', null));
    await here.archive('a');
    expect(await here.record(below('b', 'a'))).toEqual(accepted(1));
  });
});
