import type pg from 'pg';

/**
 * Columns that may name a blob: texts called …hash or sha256, and every JSON. A new column of these kinds counts by itself.
 * `query` only says what was asked for; it does not own the bytes.
 */
const COLUMNS = `
  select c.table_name as table, c.column_name as column
  from information_schema.columns c
  join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
    and (c.data_type = 'text' and c.column_name ~ '(hash|sha256)$' or c.data_type in ('json', 'jsonb'))
    and c.column_name <> 'query'`;

/** Which of these hashes some row refers to; all that some row refers to when left out. */
export async function referencesIn(
  client: pg.Pool | pg.ClientBase,
  hashes?: readonly string[],
): Promise<Set<string>> {
  if (hashes?.length === 0) return new Set();
  const { rows: columns } = await client.query<{ table: string; column: string }>(COLUMNS);
  const named = columns.map(
    ({ table, column }) =>
      `select (regexp_matches("${column}"::text, '[0-9a-f]{64}', 'g'))[1] as hash from "${table}"
       where "${column}" is not null`,
  );
  const { rows } = await client.query<{ hash: string }>(
    `select distinct hash from (${named.join(' union all ')}) named where $1::text[] is null or hash = any($1)`,
    [hashes ?? null],
  );
  return new Set(rows.map(({ hash }) => hash));
}
