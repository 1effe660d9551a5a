'use client';

import { Shield, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AccountPage } from '#lib/entities/account-page.ts';
import type { MemberPage } from '#lib/entities/member-page.ts';
import { readReference } from '#lib/entities/rules/entity-reference.ts';
import type { MarkedAnswer } from '#lib/retention/rules/marked-answer.ts';
import { ExplainRecord } from '@/app/[workspace]/explain-record.tsx';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { Panel } from '@/components/frame/panel.tsx';
import type { Explanation } from '@/components/retention/explain-words.ts';
import { dueAgain } from '@/components/retention/mark-words.ts';
import { MarkedAccount } from '@/components/retention/marked-account.tsx';
import { MarkedMember } from '@/components/retention/marked-member.tsx';
import { type Allowed, PermittedButton } from '@/components/retention/permitted-button.tsx';
import { formatDay } from '@/components/ui/format.ts';
import { Kbd } from '@/components/ui/kbd.tsx';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { TableSkeleton } from '@/components/ui/table-skeleton.tsx';
import { rowOfAccount, rowOfMember } from './panel-rows.ts';
import type { Marked } from './use-marked.ts';

export type MarkedPanelProps = { slug: string; entity: string; allowed: Allowed; marked: Marked; closeHref: string };

/** One marked entity: why, until when, what goes along, and what can be done about it. */
export function MarkedPanel(props: MarkedPanelProps) {
  const { kind } = props.marked;
  if (kind === 'accounts') return <AccountPanel {...props} />;
  return <MemberPanel {...props} kind={kind === 'users' ? 'users' : 'objects'} />;
}

function AccountPanel({ slug, entity, ...props }: MarkedPanelProps) {
  const account = readReference('accounts', entity)?.account ?? entity;
  const page = useData<AccountPage>(dataAddress(slug, 'account', { account }), { every: REFRESH_MS });
  const { data: explained } = useData<Explanation>(dataAddress(slug, 'explain', { kind: 'accounts', entity }), { every: REFRESH_MS });
  const href = `/${slug}/accounts/${encodeURIComponent(account)}`;
  if (!page.data) return <Unread {...props} title={account} failed={page} />;
  const { data } = page;
  return (
    <Panel
      title={data.account.name ?? account}
      identifier={account}
      href={href}
      closeHref={props.closeHref}
      footer={
        data.account.state === 'marked' && <Foot {...props} row={rowOfAccount(data)} days={data.policy?.days ?? null} now={data.now} />
      }
    >
      <MarkedAccount
        page={data}
        href={href}
        hrefOf={(other) => `/${slug}/accounts/${encodeURIComponent(other)}`}
        lift={explained?.lift ?? null}
        explain={<ExplainRecord slug={slug} kind="accounts" entity={entity} name={data.account.name ?? account} now={data.now} />}
      />
    </Panel>
  );
}

function MemberPanel({ slug, entity, kind, ...props }: MarkedPanelProps & { kind: 'users' | 'objects' }) {
  const page = useData<MemberPage>(dataAddress(slug, 'member', { kind, entity }), { every: REFRESH_MS });
  const { data: explained } = useData<Explanation>(dataAddress(slug, 'explain', { kind, entity }), { every: REFRESH_MS });
  if (!page.data) return <Unread {...props} title={entity} failed={page} />;
  const { data } = page;
  const href = `/${slug}/accounts/${encodeURIComponent(data.answer.account)}`;
  return (
    <Panel
      title={data.answer.name ?? data.member}
      identifier={data.member}
      closeHref={props.closeHref}
      footer={data.answer.state === 'marked' && <Foot {...props} row={rowOfMember(data)} days={data.policy?.days ?? null} now={data.now} />}
    >
      <MarkedMember
        page={data}
        accountHref={href}
        lift={explained?.lift ?? null}
        explain={<ExplainRecord slug={slug} kind={kind} entity={entity} name={data.answer.name ?? data.member} now={data.now} />}
      />
    </Panel>
  );
}

type FootProps = Pick<MarkedPanelProps, 'allowed' | 'marked'> & { row: MarkedAnswer; days: number | null; now: string };

/** Revive first: a mark is a question, and the primary answer keeps. */
function Foot({ allowed, marked, row, days, now }: FootProps) {
  const { reviving } = marked;
  return (
    <>
      <div className="grid grid-cols-2 gap-2">
        <PermittedButton
          permission="retention:review"
          doing="Reviving"
          allowed={allowed}
          variant="primary"
          pending={reviving.pending}
          onClick={() => void reviving.run({ rows: [row] })}
        >
          <Undo2 aria-hidden />
          Revive
          <Key>R</Key>
        </PermittedButton>
        <PermittedButton
          permission="retention:hold"
          doing="Putting on hold"
          allowed={allowed}
          disabled={reviving.pending}
          onClick={() => reviving.setHolding({ rows: [row], revives: true })}
          className="px-2"
        >
          <Shield aria-hidden />
          Revive and hold
          <Key>H</Key>
        </PermittedButton>
      </div>
      <p className="mt-2 text-muted-foreground text-xs tabular-nums">
        Counts as information
        {days === null ? '; no policy that is on would mark it again.' : `: due again on ${formatDay(dueAgain(days, now))}.`}
      </p>
    </>
  );
}

/** The key that does the same while the table has the focus. */
function Key({ children }: { children: ReactNode }) {
  return <Kbd className="border-0 bg-transparent px-0 text-current opacity-80">{children}</Kbd>;
}

type UnreadProps = { title: string; closeHref: string; failed: { isError: boolean; error: Error | null; refetch: () => unknown } };

function Unread({ title, closeHref, failed }: UnreadProps) {
  return (
    <Panel title={title} closeHref={closeHref}>
      {failed.isError && failed.error ? (
        <ListFailed what="It" error={failed.error} onRetry={() => void failed.refetch()} />
      ) : (
        <TableSkeleton rows={4} columns={2} label="Loading" />
      )}
    </Panel>
  );
}

const REFRESH_MS = 30_000;
