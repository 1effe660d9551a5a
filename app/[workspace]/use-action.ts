'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useParams } from 'next/navigation';
import { useState } from 'react';
import type { ActionAnswer } from '#lib/web/form-action.ts';

type Action<R> = (slug: string, input: unknown) => Promise<ActionAnswer<R>>;

/** An action of this workspace, with whether it runs just now. What was read before it is read again after it; where the server does not answer, that is the answer. */
export function useAction<R>(action: Action<R>): { run: (input: unknown) => Promise<ActionAnswer<R>>; pending: boolean } {
  const { workspace: slug } = useParams<{ workspace: string }>();
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const run = async (input: unknown): Promise<ActionAnswer<R>> => {
    setPending(true);
    const answer = await action(slug, input).catch(() => UNANSWERED);
    if (answer.ok) void queries.invalidateQueries();
    setPending(false);
    return answer;
  };
  return { run, pending };
}

const UNANSWERED = {
  ok: false,
  code: 'unavailable',
  message: 'The server did not answer. Look whether it was done before you repeat it.',
  fields: [],
} as const;
