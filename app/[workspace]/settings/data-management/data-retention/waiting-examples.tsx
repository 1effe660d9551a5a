'use client';

import { useId, useState } from 'react';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { textLink } from '@/components/ui/app-link.tsx';
import { CardBody } from '@/components/ui/card.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { KindExamples } from './effect-examples.tsx';
import type { PoliciesPreview } from './effect-numbers.ts';

/** Which ones wait for an answer (R29): what the next daily process would mark of the kind, were it allowed. Counted when it is asked for. */
export function WaitingExamples({ slug, kind }: { slug: string; kind: string }) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const { data, error } = useData<PoliciesPreview>(dataAddress(slug, 'preview', { save: AS_IT_IS }), { enabled: shown });
  const effect = data?.kinds[kind];
  return (
    <>
      <CardBody className="pt-0 pl-12">
        <button type="button" aria-expanded={shown} aria-controls={id} onClick={() => setShown(!shown)} className={textLink}>
          {shown ? 'Hide which' : 'See which'}
        </button>
      </CardBody>
      <div id={id} hidden={!shown}>
        {!data && <CardBody className="border-t">{error ? error.message : <Skeleton className="h-10" />}</CardBody>}
        {effect && <KindExamples slug={slug} save={AS_IT_IS} kind={kind} effect={effect} inCard />}
      </div>
    </>
  );
}

/** No change: what waits is by the policies that stand. */
const AS_IT_IS = '{}';
