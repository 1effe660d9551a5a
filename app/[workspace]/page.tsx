import type { Route } from 'next';
import { redirect } from 'next/navigation';

export default async function WorkspacePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  redirect(`/${workspace}/accounts` as Route);
}
