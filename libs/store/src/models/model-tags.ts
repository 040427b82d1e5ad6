import type pg from 'pg';

/** All tags of models that are not archived, in order. */
export async function modelTags(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ tag: string }>(
    'select distinct unnest(tags) as tag from model where archived_at is null order by tag limit 500',
  );
  return rows.map(({ tag }) => tag);
}
