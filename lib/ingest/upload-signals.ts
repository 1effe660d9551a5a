import { z } from 'zod';
import { transaction } from '#db/client.ts';
import { command, type Scene } from '#lib/command.ts';
import type { Context } from '#lib/context.ts';
import { admit, enter, parseInput } from '#lib/door.ts';
import type { FieldError } from '#lib/rules/read-by-schema.ts';
import { type Numbered, readSignal } from './rules/signal.ts';
import { takeSignals } from './take-signals.ts';

/** Rows of a file that one call takes. */
const MAX_ROWS = 1_000;

const LIST = `Send 1 to ${MAX_ROWS} rows.`;
const UPLOAD = { permission: 'entities:edit', scope: 'ingest' } as const;
const UploadInput = z.object({ signals: z.array(z.unknown(), LIST).min(1, LIST).max(MAX_ROWS, LIST) });

export type Uploaded = { accepted: number; rejected: { index: number; errors: FieldError[] }[] };

/** R1. Rows that a person uploads are information like any other. AppError `forbidden`, `invalid`. */
export const uploadSignals = command({
  name: 'signals.upload',
  ...UPLOAD,
  input: UploadInput,
  async run(scene, { signals }) {
    const { notes, ...uploaded } = await take(scene, signals);
    return { result: uploaded, notes };
  },
});

/** What an upload of these rows would refuse, found by doing it and taking it back: nothing is stored. */
export async function checkUpload(ctx: Context, input: unknown): Promise<Uploaded> {
  admit(ctx, UPLOAD);
  const { signals } = parseInput(UploadInput, input);
  try {
    return await transaction(ctx.workspaceId, async (tx) => {
      const workspace = await enter(tx, ctx);
      const { workspaceId } = ctx;
      const { notes: _, ...checked } = await take({ tx, ctx, workspaceId, workspace, now: workspace.now }, signals);
      throw new TakenBack(checked);
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.checked;
    throw error;
  }
}

/** Ends a transaction without committing it. */
class TakenBack extends Error {
  readonly checked: Uploaded;

  constructor(checked: Uploaded) {
    super('taken back');
    this.checked = checked;
  }
}

async function take(scene: Scene, signals: readonly unknown[]) {
  const numbered: Numbered[] = [];
  const rejected: Uploaded['rejected'] = [];
  signals.forEach((sent, index) => {
    const signal = readSignal(sent);
    if (Array.isArray(signal)) rejected.push({ index, errors: signal });
    else numbered.push({ index, signal });
  });
  const taken = await takeSignals(scene, numbered);
  const refused = [...rejected, ...taken.rejected].sort((a, b) => a.index - b.index);
  return { accepted: signals.length - refused.length, rejected: refused, notes: taken.notes };
}
