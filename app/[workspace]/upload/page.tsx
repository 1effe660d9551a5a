import type { Metadata } from 'next';
import { listCollections } from '#lib/entities/list-collections.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { PageCrumb } from '@/components/frame/breadcrumb.tsx';
import { Page } from '@/components/frame/page.tsx';
import { NotPermitted } from '../not-permitted.tsx';
import { UploadScreen } from './upload-screen.tsx';

export const metadata: Metadata = { title: 'Upload' };

/** Accounts, users and objects from a file. */
export default async function UploadPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  if (!workspace.permissions.has('entities:edit'))
    return <NotPermitted ctx={ctx} permission="entities:edit" doing="Uploading" why="You cannot upload here" />;
  const { data } = await listCollections(ctx, { limit: 1000 });
  return (
    <Page
      title="Upload"
      lead="Accounts, users and objects from a CSV file. Every row is checked before anything is stored. What is uploaded is information: it keeps entities alive and revives what is marked."
    >
      <PageCrumb label="Upload" />
      <UploadScreen slug={slug} collections={data.map(({ collection }) => collection)} />
    </Page>
  );
}
