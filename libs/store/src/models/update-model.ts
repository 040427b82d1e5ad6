import type pg from 'pg';
import { assertId, notFound } from '../rows/find-rows.js';

/** What is said of a model; what is left out stays. */
export interface ModelChanges {
  readonly name?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly note?: string | undefined;
  readonly archived?: boolean | undefined;
}

/** Throws NOT_FOUND. A model that is archived already keeps its time. */
export async function updateModel(
  pool: pg.Pool,
  id: string,
  { name, tags, note, archived }: ModelChanges,
): Promise<void> {
  assertId('model', id);
  const { rowCount } = await pool.query(
    `update model set name = coalesce($2, name), tags = coalesce($3::text[], tags), note = coalesce($4, note),
       archived_at = case when $5::boolean then coalesce(archived_at, now()) when not $5 then null else archived_at end
     where id = $1`,
    [id, name ?? null, tags ?? null, note ?? null, archived ?? null],
  );
  if (rowCount === 0) throw notFound('model', id);
}
