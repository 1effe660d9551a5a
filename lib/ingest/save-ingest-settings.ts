import { z } from 'zod';
import { readIngestSettings, writeIngestSettings } from '#db/ingest-settings.ts';
import { command } from '#lib/command.ts';
import { view } from '#lib/view.ts';
import { Identifier } from './rules/text.ts';

const NAMES = 'Enter a list of 1 to 20 names of attributes.';
const Names = z.array(Identifier, NAMES).min(1, NAMES).max(20, NAMES);

export const IngestSettings = z.object({
  status_names: Names.describe('What clients call the contract status of an account; the first that fits counts.'),
  value_names: Names.describe('What clients call its contract value.'),
  pixel_needs_key: z.boolean('Send true or false.').describe('Whether a tracking pixel needs a key beside the public service id.'),
});
export const IngestSettingsPatch = z.strictObject(IngestSettings.shape).partial();

/** Says how the traffic of clients is read; what is left out stays. It changes nothing that was taken before. */
export const saveIngestSettings = command({
  name: 'ingest-settings.save',
  permission: 'workspace:admin',
  scope: 'admin',
  input: IngestSettingsPatch,
  locksWorkspace: true,
  async run({ tx, workspaceId, workspace }, patch) {
    const before = readIngestSettings(workspace);
    const { status_names, value_names, pixel_needs_key } = patch;
    const after = {
      status_names: status_names ?? before.status_names,
      value_names: value_names ?? before.value_names,
      pixel_needs_key: pixel_needs_key ?? before.pixel_needs_key,
    };
    await writeIngestSettings(tx, { workspaceId, ...after });
    return { result: after, notes: [{ action: 'ingest-settings.saved', to: { fields: Object.keys(patch) } }] };
  },
});

export const getIngestSettings = view({
  name: 'ingest-settings.get',
  permission: 'workspace:admin',
  scope: ['read', 'admin'],
  input: z.object({}),
  read: async ({ workspace }) => readIngestSettings(workspace),
});
