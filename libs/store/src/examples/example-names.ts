import type pg from 'pg';

interface ExampleNames {
  readonly names: string[];
  /** Of their content; null where none was stored. */
  readonly keys: (number | null)[];
}

/** Names and keys of all examples of a version, in order. */
export async function exampleNames(pool: pg.Pool, versionId: string): Promise<ExampleNames> {
  const { rows } = await pool.query<{ name: string; key: string | null }>(
    'select name, key from example where version_id = $1 order by index',
    [versionId],
  );
  return {
    names: rows.map(({ name }) => name),
    keys: rows.map(({ key }) => (key === null ? null : Number(key))),
  };
}
