import { CircleCheck, CircleDashed, LoaderCircle } from 'lucide-react';
import type { RunStep } from '#lib/retention/rules/run-answer.ts';
import { SettingsCard } from '@/components/ui/card.tsx';
import { cn } from '@/components/ui/cn.ts';
import { formatNumber } from '@/components/ui/format.ts';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { stepWords } from './step-words.ts';

/** The plan of a run, in its order: what each step does and how many rows it has changed. */
export function StepsCard({ steps, running }: { steps: readonly RunStep[]; running: boolean }) {
  return (
    <SettingsCard title="Steps" sentence="Always in this order (R28).">
      <Table aria-label="Steps">
        <TableHeader>
          <TableHead>Step</TableHead>
          <TableHead>State</TableHead>
          <TableHead>Rule</TableHead>
          <TableHead numeric>Changed</TableHead>
        </TableHeader>
        <TableBody>
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a plan has the same steps in the same order for good
            <Row key={index} step={step} running={running} />
          ))}
        </TableBody>
      </Table>
    </SettingsCard>
  );
}

function Row({ step, running }: { step: RunStep; running: boolean }) {
  const { icon: Icon, word, look } = step.state === 'next' && running ? UNDER_WAY : step.state === 'done' ? DONE : OPEN;
  return (
    <TableRow single className={cn('max-sm:pl-1', step.rows === 0 && step.state === 'done' && 'text-muted-foreground')}>
      <TableCell phone="name">{stepWords(step)}</TableCell>
      <TableCell phone="note">
        <span className="inline-flex items-center gap-1.5">
          <Icon aria-hidden className={cn('size-3.5', look)} />
          {word}
        </span>
      </TableCell>
      <TableCell phone="status" quiet>
        {step.rule}
      </TableCell>
      <TableCell phone="value" numeric>
        {step.effect === null ? '' : formatNumber(step.rows)}
      </TableCell>
    </TableRow>
  );
}

const DONE = { icon: CircleCheck, word: 'Done', look: 'text-primary' };
const UNDER_WAY = { icon: LoaderCircle, word: 'Under way', look: 'animate-spin text-primary' };
const OPEN = { icon: CircleDashed, word: 'To come', look: 'text-muted-foreground' };
