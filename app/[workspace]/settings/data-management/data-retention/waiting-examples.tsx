'use client';

import { useId, useState } from 'react';
import { textLink } from '@/components/ui/app-link.tsx';
import { CardBody } from '@/components/ui/card.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { KindExamples } from './effect-examples.tsx';
import { AS_IT_IS, useStandingPreview } from './use-preview.ts';

/** Which ones wait for an answer (R29): what the next daily process would mark of the kind, were it allowed. Counted when it is asked for. */
export function WaitingExamples({ slug, kind }: { slug: string; kind: string }) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const { data, error } = useStandingPreview(slug, shown);
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
