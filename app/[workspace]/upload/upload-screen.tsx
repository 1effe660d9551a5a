'use client';

import { useState } from 'react';
import { guessMapping, mappingFault, type UploadKind } from '#lib/ingest/rules/upload-row.ts';
import { Button } from '@/components/ui/button.tsx';
import { CardBody, SettingsCard } from '@/components/ui/card.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { LeaveGuard } from '@/components/ui/leave-guard.tsx';
import { OptionSelect } from '@/components/ui/select.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { readHead } from './read-file.ts';
import { UploadProgress } from './upload-progress.tsx';
import { type Chosen, useUpload } from './use-upload.ts';

const PREVIEW_ROWS = 5;
const KINDS: { value: UploadKind; label: string }[] = [
  { value: 'accounts', label: 'Accounts' },
  { value: 'users', label: 'Users' },
  { value: 'objects', label: 'Objects of a collection' },
];

type UploadScreenProps = { slug: string; collections: readonly string[] };

type Preview = Chosen & { preview: string[][] };

/** File, columns, check, upload: nothing is stored before the last step. */
export function UploadScreen({ slug, collections }: UploadScreenProps) {
  const [kind, setKind] = useState<UploadKind>('accounts');
  const [collection, setCollection] = useState(collections[0] ?? '');
  const [chosen, setChosen] = useState<Preview>();
  const [unreadable, setUnreadable] = useState<string>();
  const upload = useUpload(slug);
  const target = { kind, collection: kind === 'objects' ? collection : null };
  const choose = async (file: File | undefined, of: UploadKind) => {
    upload.reset();
    const read = file && (await previewOf(file, of));
    setUnreadable(file && !read ? 'This file has no heading and rows. Choose a CSV file with one heading a column.' : undefined);
    setChosen(read ?? undefined);
  };
  return (
    <>
      <SettingsCard
        title="File"
        sentence="A CSV file with one heading a column, of any size. It is read piece by piece; the check stores nothing of it."
      >
        <CardBody className="grid gap-4 sm:grid-cols-3">
          <Field label="What it holds">
            <OptionSelect
              value={kind}
              options={collections.length > 0 ? KINDS : KINDS.filter(({ value }) => value !== 'objects')}
              onChange={(value) => {
                setKind(value as UploadKind);
                void choose(chosen?.file, value as UploadKind);
              }}
            />
          </Field>
          {kind === 'objects' && (
            <Field label="Collection">
              <OptionSelect
                value={collection}
                onChange={setCollection}
                options={collections.map((name) => ({ value: name, label: name }))}
              />
            </Field>
          )}
          <Field label="CSV file" {...(unreadable ? { error: unreadable } : {})}>
            <Input type="file" accept=".csv,text/csv" onChange={(event) => void choose(event.target.files?.[0], kind)} className="py-1" />
          </Field>
        </CardBody>
      </SettingsCard>
      {chosen && (
        <ColumnsCard
          kind={kind}
          chosen={chosen}
          upload={upload}
          onChange={setChosen}
          check={() => void upload.check({ ...chosen, target })}
        />
      )}
      {chosen && <UploadProgress slug={slug} chosen={{ ...chosen, target }} upload={upload} />}
    </>
  );
}

type ColumnsCardProps = {
  kind: UploadKind;
  chosen: Preview;
  upload: ReturnType<typeof useUpload>;
  onChange: (chosen: Preview) => void;
  check: () => void;
};

function ColumnsCard({ kind, chosen, upload, onChange, check }: ColumnsCardProps) {
  const { headings, preview, mapping, file } = chosen;
  const fault = mappingFault(mapping, kind);
  const { step } = upload.progress;
  const busy = step === 'checking' || step === 'uploading';
  return (
    <SettingsCard title="Columns" sentence={`What each column is, with the first rows of ${file.name}. Empty cells change nothing.`}>
      <ColumnsTable
        kind={kind}
        headings={headings}
        rows={preview}
        mapping={mapping}
        onChange={(to) => onChange({ ...chosen, mapping: to })}
      />
      <CardBody className="flex flex-wrap items-center gap-3">
        <Button variant="primary" disabled={fault !== null || busy} pending={step === 'checking'} onClick={check}>
          Check every row
        </Button>
        <p className="text-muted-foreground text-sm">{fault ?? 'Nothing is stored by the check.'}</p>
      </CardBody>
      {busy && (
        <LeaveGuard
          title="Leave while the file is read?"
          description="Checking or uploading stops where it is. What was stored stays; the file can be sent again."
        />
      )}
    </SettingsCard>
  );
}

/** What can be shown of a file before it is checked; null where it is no table. */
async function previewOf(file: File, kind: UploadKind): Promise<Preview | null> {
  const { headings, rows } = await readHead(file, PREVIEW_ROWS).catch(() => ({ headings: [], rows: [] }));
  if (headings.length === 0 || rows.length === 0) return null;
  return { file, headings, mapping: guessMapping(headings, kind), preview: rows, target: { kind, collection: null } };
}
