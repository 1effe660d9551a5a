'use client';

import { type FormEvent, useState } from 'react';
import { dataAddress } from '@/components/data/data-address.ts';
import { DataError } from '@/components/data/fetch-data.ts';
import { useData } from '@/components/data/use-data.ts';
import { type Explanation, explainWords, outcomeWords } from '@/components/retention/explain-words.ts';
import { TextLink } from '@/components/ui/app-link.tsx';
import { Button } from '@/components/ui/button.tsx';
import { CardBody, Notice, SettingsCard } from '@/components/ui/card.tsx';
import { FieldError } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { OptionSelect } from '@/components/ui/select.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { type Change, patchOf } from './policy-draft.ts';
import { changeWords } from './policy-words.ts';

type Kind = 'accounts' | 'users' | 'objects';
type Asked = { kind: Kind; entity: string; account: string };

export type LookUpCardProps = {
  slug: string;
  now: string;
  /** What is chosen on the page and not saved: told apart from what holds. */
  changes: readonly Change[];
};

/** Why a record is kept, marked or due, in words; and what would become of it by the change that is not saved yet. */
export function LookUpCard({ slug, now, changes }: LookUpCardProps) {
  const [kind, setKind] = useState<Kind>('accounts');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [missing, setMissing] = useState(false);
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const parts = PARTS[kind].map(({ name }) => String(form.get(name) ?? '').trim());
    setMissing(parts.includes(''));
    if (parts.includes('')) return;
    const account = parts[PARTS[kind].findIndex(({ name }) => name === 'account')] ?? '';
    setAsked({ kind, account, entity: parts.map(encodeURIComponent).join('/') });
  };
  return (
    <SettingsCard title="Look up a record" sentence="Why something is kept, marked or due, in words.">
      <CardBody className="grid gap-3">
        <form noValidate className="flex flex-wrap gap-2" onSubmit={look}>
          <OptionSelect
            aria-label="Kind of record"
            value={kind}
            onChange={(value) => setKind(value as Kind)}
            options={OPTIONS}
            className="w-32 max-sm:w-full"
          />
          {PARTS[kind].map(({ name, label }) => (
            <Input
              key={`${kind} ${name}`}
              name={name}
              aria-label={label}
              placeholder={label}
              autoComplete="off"
              spellCheck={false}
              className="min-w-32 flex-1 font-mono text-xs placeholder:font-sans"
            />
          ))}
          <Button type="submit">Explain</Button>
        </form>
        <FieldError text={missing ? 'Enter the identifier as the sender of the data writes it.' : undefined} />
        {asked && <Answer slug={slug} asked={asked} now={now} changes={changes} />}
      </CardBody>
    </SettingsCard>
  );
}

function Answer({ slug, asked, now, changes }: LookUpCardProps & { asked: Asked }) {
  const { kind, entity, account } = asked;
  const { data, error } = useData<Explanation>(dataAddress(slug, 'explain', { kind, entity }));
  if (error) {
    const unknown = error instanceof DataError && error.status === 404;
    return <Notice>{unknown ? 'There is no such record here. It never came, or it is gone for good.' : error.message}</Notice>;
  }
  if (!data) return <Skeleton className="h-12" />;
  return (
    <Notice className="px-4 py-3 text-base">
      <div role="status" className="grid gap-2">
        <p>{explainWords(data, now)}</p>
        {changes.length > 0 && <Drafted slug={slug} asked={asked} now={now} changes={changes} present={data} />}
        <p className="text-sm">
          <TextLink href={`/${slug}/accounts/${encodeURIComponent(account)}`}>
            {kind === 'accounts' ? 'Open the account' : 'Open its account'}
          </TextLink>
        </p>
      </div>
    </Notice>
  );
}

/** The same by the policies after a save that is not made. */
function Drafted({ slug, asked: { kind, entity }, now, changes, present }: LookUpCardProps & { asked: Asked; present: Explanation }) {
  const save = JSON.stringify(patchOf(changes));
  const { data, error } = useData<Explanation>(dataAddress(slug, 'explain', { kind, entity, save }));
  const words = data && outcomeWords(data, now);
  return (
    <div className="border-primary border-l-2 pl-3">
      <p className="font-medium text-sm">With the change not saved yet: {changes.map(changeWords).join(', ')}</p>
      {words ? <p>{words === outcomeWords(present, now) ? 'No different.' : words}</p> : <p>{error ? error.message : 'Counting'}</p>}
    </div>
  );
}

const OPTIONS = [
  { value: 'accounts', label: 'Account' },
  { value: 'users', label: 'User' },
  { value: 'objects', label: 'Object' },
];
const ACCOUNT = { name: 'account', label: 'Account' };
/** In the order in which an entity's name is written. */
const PARTS: Record<Kind, readonly { name: string; label: string }[]> = {
  accounts: [ACCOUNT],
  users: [ACCOUNT, { name: 'user', label: 'User' }],
  objects: [{ name: 'collection', label: 'Collection' }, ACCOUNT, { name: 'object', label: 'Object' }],
};
