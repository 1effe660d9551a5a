'use client';

import { useRef, useState } from 'react';
import { type Mapping, signalOfRow, type UploadTarget } from '#lib/ingest/rules/upload-row.ts';
import type { Uploaded } from '#lib/ingest/upload-signals.ts';
import type { ActionAnswer } from '#lib/web/form-action.ts';
import { checkUploadAction, uploadAction } from './actions.ts';
import { readBatches } from './read-file.ts';

export type Refused = { line: number; cells: string[]; reason: string };
export type Pass = { good: number; refused: Refused[]; share: number };
export type Progress =
  | { step: 'choosing' }
  | { step: 'checking' | 'uploading'; pass: Pass }
  | { step: 'checked' | 'uploaded'; pass: Pass }
  | { step: 'failed'; during: 'check' | 'upload'; message: string; pass: Pass };

export type Chosen = { file: File; headings: readonly string[]; mapping: Mapping; target: UploadTarget };

/** Checks a file, then uploads it: each a pass over the whole of it, a batch at a time, with what was refused so far. */
export function useUpload(slug: string) {
  const [progress, setProgress] = useState<Progress>({ step: 'choosing' });
  const stopped = useRef(false);
  const pass = async (chosen: Chosen, during: 'check' | 'upload') => {
    stopped.current = false;
    const action = during === 'check' ? checkUploadAction : uploadAction;
    const so: Pass = { good: 0, refused: [], share: 0 };
    const show = () => setProgress({ step: during === 'check' ? 'checking' : 'uploading', pass: { ...so } });
    show();
    try {
      await readBatches(chosen.file, async ({ rows, share }) => {
        const signals = rows.map(({ cells }) => signalOfRow(cells, chosen.headings, chosen.mapping, chosen.target));
        const { accepted, rejected } = done(await action(slug, { signals }));
        so.good += accepted;
        so.share = share;
        so.refused = [...so.refused, ...rejected.flatMap(({ index, errors }) => refusedRow(rows[index], errors))];
        show();
        return !stopped.current;
      });
      setProgress(stopped.current ? { step: 'choosing' } : { step: during === 'check' ? 'checked' : 'uploaded', pass: so });
    } catch (error) {
      setProgress({ step: 'failed', during, message: error instanceof Error ? error.message : String(error), pass: so });
    }
  };
  return {
    progress,
    check: (chosen: Chosen) => pass(chosen, 'check'),
    upload: (chosen: Chosen) => pass(chosen, 'upload'),
    reset: () => {
      stopped.current = true;
      setProgress({ step: 'choosing' });
    },
  };
}

function done(answer: ActionAnswer<Uploaded>): Uploaded {
  if (answer.ok) return answer.result;
  throw new Error(answer.message);
}

function refusedRow(row: { line: number; cells: string[] } | undefined, errors: readonly { path: string; message: string }[]): Refused[] {
  return row ? [{ ...row, reason: errors.map(({ path, message }) => `${path.replace(/^attributes\./, '')}: ${message}`).join(' ') }] : [];
}
