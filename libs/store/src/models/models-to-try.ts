import type { Modality } from '@kshot/domain';
import type pg from 'pg';

interface Tried {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
}

/** The newest models of a modality that were not trained on a version: such a model has seen what it would be scored on. */
export async function modelsToTry(
  pool: pg.Pool,
  modality: Modality,
  versionId: string,
  most: number,
): Promise<Tried[]> {
  const { rows } = await pool.query<Tried>(
    `select id, name, hash from (
       select distinct on (hash) id, name, hash, created_at from model
       where modality = $1::"Modality" and version_id is distinct from $2 order by hash, created_at desc) m
     order by created_at desc limit $3`,
    [modality, versionId, most],
  );
  return rows;
}
