import { z } from 'zod';
import { command } from '#lib/command.ts';

const LISTS = ['marked', 'to-be-marked', 'audit'] as const;
export type DownloadedList = (typeof LISTS)[number];

/** R30. Says in the trail that somebody takes a list as a file: which, of what kind, and whether all of it; never what it was filtered by, which may be a name. */
export const recordDownload = command({
  name: 'lists.download',
  permission: 'retention:view',
  scope: 'retention',
  input: z.object({ list: z.enum(LISTS), kind: z.string().max(63).optional(), filtered: z.boolean() }),
  async run(_, { list, kind, filtered }) {
    return { result: undefined, notes: [{ action: 'list.downloaded', rule: 'R30', entity: `lists/${list}`, to: { kind, filtered } }] };
  },
});
