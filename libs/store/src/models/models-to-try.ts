import type { Modality } from '@kshot/domain';
import type pg from 'pg';

const JOINED = 'MINILM_L6_USE_LITE';
/** Transfer methods that train the backbone; the others fit a head on its features. */
const CHANGES_BACKBONE = ['FINE_TUNE', 'TUNE_ENCODER'];

interface Tried {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
}

/** Models whose backbones are worth trying on a version: starters, others that were brought in, and those that are served by a name; those called `preferred` and the oldest first, archived ones left out. One that was trained on the version has seen what it would be scored on, and one that joins two encoders takes as long as both, which are tried; a head that a run fitted left its backbone as it was. Of the project of the question, or shipped. */
export async function modelsToTry(
  pool: pg.Pool,
  modality: Modality,
  { id: versionId, projectId }: { readonly id: string; readonly projectId: string },
  { most, preferred = null }: { readonly most: number; readonly preferred?: string | null },
): Promise<Tried[]> {
  const { rows } = await pool.query<Tried>(
    `select id, name, hash from (
       select distinct on (hash) id, name, hash, created_at from model
       where modality = $1::"Modality" and (shipped or project_id = $4) and version_id is distinct from $2 and archived_at is null
         and manifest->'input'->>'encoder' is distinct from $6
         and (run_id is null and version_id is null and parent_id is null
           or exists (select from alias where alias.model_id = model.id and alias.project_id = $4))
         and not exists (select from run where run.id = model.run_id and run.technique = 'TRANSFER' and run.method <> all ($7))
       order by hash, created_at) m
     order by name is not distinct from $5 desc, created_at limit $3`,
    [modality, versionId, most, projectId, preferred, JOINED, CHANGES_BACKBONE],
  );
  return rows;
}
