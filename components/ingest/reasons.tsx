import { CircleAlert, CircleHelp } from 'lucide-react';
import { TextLink } from '@/components/ui/app-link.tsx';
import { Badge } from '@/components/ui/badge.tsx';
import { Code, CodeBlock } from '@/components/ui/code.tsx';
import { count, relativeInstant } from '@/components/ui/format.ts';
import type { Health } from './health-query.ts';
import { SOURCE_NAME } from './source-name.ts';

type ReasonsProps = { slug: string; reasons: Health['reasons']; now: string };

/** Why something was kept out in the last seven days: each reason with the last that it was given for. */
export function Reasons({ slug, reasons, now }: ReasonsProps) {
  return (
    <section aria-label="Why something was kept out" className="border-t">
      <h3 className="px-5 pt-4 pb-1 font-medium text-sm max-sm:px-4">Kept out in the last 7 days, and why</h3>
      {reasons.length === 0 ? (
        <p className="px-5 pb-4 text-muted-foreground text-sm max-sm:px-4">Nothing was. All that came could be used.</p>
      ) : (
        <ul className="divide-y">
          {reasons.map((reason) => (
            <li key={`${reason.kind} ${reason.path} ${reason.message}`} className="px-5 py-3 max-sm:px-4">
              <Reason slug={slug} reason={reason} now={now} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Reason({ slug, reason, now }: { slug: string; reason: Health['reasons'][number]; now: string }) {
  const { kind, path, message, times, last_at, source, account, sample } = reason;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
        {kind === 'refused' ? (
          <Badge tone="gone">
            <CircleAlert aria-hidden />
            Refused
          </Badge>
        ) : (
          <Badge>
            <CircleHelp aria-hidden />
            Unattributed
          </Badge>
        )}
        {path && <Code>{path}</Code>}
        <span className="min-w-0 break-words">{message}</span>
      </p>
      <p className="mt-1 text-muted-foreground text-xs tabular-nums">
        {times === 1 ? 'Once' : count(times, 'time')}, last {relativeInstant(last_at, now)} from {SOURCE_NAME[source]}
        {account && (
          <>
            , for <TextLink href={`/${slug}/accounts/${encodeURIComponent(account)}`}>{account}</TextLink>
          </>
        )}
      </p>
      <details className="mt-1.5 text-xs">
        <summary className="w-fit cursor-pointer rounded-sm py-0.5 text-muted-foreground hover:text-foreground">
          What the last one looked like
        </summary>
        <div className="mt-2">
          <CodeBlock label="Names of fields, and what kind of value each held" text={JSON.stringify(sample, null, 2)} />
        </div>
      </details>
    </>
  );
}
