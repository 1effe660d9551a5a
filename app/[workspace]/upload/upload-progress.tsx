'use client';

import { CircleCheck, Download, TriangleAlert } from 'lucide-react';
import { REASON_COLUMN } from '#lib/ingest/rules/upload-row.ts';
import { TextLink } from '@/components/ui/app-link.tsx';
import { Button } from '@/components/ui/button.tsx';
import { CardBody, SettingsCard } from '@/components/ui/card.tsx';
import { count, formatNumber } from '@/components/ui/format.ts';
import { Progress } from '@/components/ui/progress.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { refusedFile } from './read-file.ts';
import type { Chosen, Pass, useUpload } from './use-upload.ts';

const SHOWN_REFUSALS = 20;

type UploadProgressProps = { slug: string; chosen: Chosen; upload: ReturnType<typeof useUpload> };

/** How far the check or the upload is, what was refused and why, and the next step. */
export function UploadProgress({ slug, chosen, upload }: UploadProgressProps) {
  const { progress } = upload;
  if (progress.step === 'choosing') return null;
  const { pass } = progress;
  return (
    <SettingsCard title={TITLES[progress.step]} sentence={sentenceOf(progress.step, pass)}>
      {(progress.step === 'checking' || progress.step === 'uploading') && (
        <CardBody className="space-y-3">
          <Progress
            label={TITLES[progress.step]}
            value={Math.round(pass.share * 100)}
            max={100}
            text={`${Math.round(pass.share * 100)} % of the file`}
          />
          {progress.step === 'checking' && <Button onClick={upload.reset}>Cancel</Button>}
        </CardBody>
      )}
      {progress.step === 'failed' && (
        <CardBody className="space-y-3">
          <p role="alert" className="text-gone text-sm">
            {progress.message}
          </p>
          <p className="text-muted-foreground text-sm">
            {progress.during === 'check'
              ? 'Nothing was stored.'
              : `${count(pass.good, 'row')} were stored. Sending the file again changes nothing of them.`}
          </p>
          <Button onClick={() => void (progress.during === 'check' ? upload.check(chosen) : upload.upload(chosen))}>Try again</Button>
        </CardBody>
      )}
      {(progress.step === 'checked' || progress.step === 'uploaded') && (
        <CardBody className="flex flex-wrap items-center gap-3">
          {progress.step === 'checked' && pass.good > 0 && (
            <Button variant="primary" onClick={() => void upload.upload(chosen)}>
              Upload {count(pass.good, 'row')}
            </Button>
          )}
          {progress.step === 'uploaded' && (
            <p className="inline-flex items-center gap-2 text-sm">
              <CircleCheck aria-hidden="true" className="size-4 text-primary" />
              <TextLink href={`/${slug}/accounts`}>See the accounts</TextLink>
            </p>
          )}
          {pass.refused.length > 0 && (
            <Button onClick={() => download(chosen, pass)}>
              <Download />
              Refused rows as CSV
            </Button>
          )}
        </CardBody>
      )}
      {pass.refused.length > 0 && <Refusals pass={pass} />}
    </SettingsCard>
  );
}

const TITLES = { checking: 'Checking', checked: 'Checked', uploading: 'Uploading', uploaded: 'Uploaded', failed: 'Cut off' };

function sentenceOf(step: keyof typeof TITLES, { good, refused }: Pass): string {
  const rows = `${count(good, 'row')} good, ${formatNumber(refused.length)} refused`;
  if (step === 'uploaded') return `${count(good, 'row')} stored, ${formatNumber(refused.length)} refused.`;
  return step === 'checked' ? `${rows}. Refused rows are left out of the upload: mend them and send that file again.` : `${rows} so far.`;
}

function Refusals({ pass }: { pass: Pass }) {
  const more = pass.refused.length - SHOWN_REFUSALS;
  return (
    <>
      <Table>
        <TableHeader>
          <TableHead numeric>Line</TableHead>
          <TableHead>Why it is refused</TableHead>
        </TableHeader>
        <TableBody>
          {pass.refused.slice(0, SHOWN_REFUSALS).map(({ line, reason }) => (
            <TableRow key={line}>
              <TableCell numeric phone="value">
                {formatNumber(line)}
              </TableCell>
              <TableCell phone="name">
                <TriangleAlert aria-hidden="true" className="mr-2 inline size-4 text-marked" />
                {reason}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {more > 0 && <p className="px-5 py-3 text-muted-foreground text-sm">{formatNumber(more)} more are in the file of refused rows.</p>}
    </>
  );
}

function download(chosen: Chosen, { refused }: Pass): void {
  const url = URL.createObjectURL(refusedFile(chosen.headings, REASON_COLUMN, refused));
  Object.assign(document.createElement('a'), { href: url, download: `refused-${chosen.file.name}` }).click();
  URL.revokeObjectURL(url);
}
