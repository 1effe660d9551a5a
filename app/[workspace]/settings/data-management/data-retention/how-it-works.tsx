'use client';

import { useState } from 'react';
import { Timeline } from '@/components/retention/timeline.tsx';
import { Button } from '@/components/ui/button.tsx';
import { CardBody, SettingsCard } from '@/components/ui/card.tsx';
import { SEEN_COOKIE } from './seen-cookie.ts';

/** For a first visit: the two steps of deleting, in three sentences and one drawing. */
export function HowItWorks({ slug }: { slug: string }) {
  const [seen, setSeen] = useState(false);
  if (seen) return null;
  const dismiss = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet, and this is no secret
    document.cookie = `${SEEN_COOKIE}=1; path=/${slug}/; max-age=31536000; samesite=lax`;
    setSeen(true);
  };
  return (
    <SettingsCard
      title="How it works"
      sentence="Everything that nothing was heard of for the number of days you choose is marked: it leaves lists, searches, segments and your quota. For 30 days it can be revived, by a person or by new information. Then it is deleted for good."
      action={
        <Button variant="ghost" onClick={dismiss} className="-mt-1 -mr-2">
          Got it
        </Button>
      }
      className="[&>header]:border-b-0"
    >
      <CardBody className="pt-0">
        <Timeline
          label="From the last information to the deletion"
          start={{ label: 'Last information', note: 'clock starts' }}
          silence={{ label: '90 inactive days' }}
          marked={{ label: 'Marked', note: 'hidden, can be revived' }}
          revive={{ label: '30 days to revive' }}
          gone={{ label: 'Gone for good', note: 'no way back' }}
        />
      </CardBody>
    </SettingsCard>
  );
}
