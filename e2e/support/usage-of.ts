import postgres from 'postgres';

/** The usage that a workspace has stored, a line a sum: `acme/ann login 2`, or `acme/ann crm:login 2` with its module. */
export async function usageOf(slug: string): Promise<string[]> {
  const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1 });
  try {
    const rows = await sql<{ line: string }[]>`
      select a.external_id || '/' || coalesce(u.external_id, '-') || ' ' || case t.module when '' then '' else t.module || ':' end
        || t.activity || ' ' || t.count as line
      from usage t join directory d on d.workspace_id = t.workspace_id and d.slug = ${slug}
        join accounts a on a.workspace_id = t.workspace_id and a.id = t.account_id
        left join users u on u.workspace_id = t.workspace_id and u.id = t.user_id`;
    return rows.map(({ line }) => line).sort();
  } finally {
    await sql.end();
  }
}
