import type { Store } from '../open-store.js';
import { projectsSeen } from '../projects/reach.js';

/** A model under a name that it answers by, or answered by. */
export interface ServedVersion {
  readonly modelId: string;
  readonly name: string;
  readonly alias: string;
  /** The alias's models are counted as it was pointed to them, from 1. */
  readonly version: number;
  /** The model that answers by that name now. */
  readonly currentId: string;
}

/** The names of models, by name; of a model that an alias was pointed to several times the last one counts. */
export async function servedVersions(store: Store, modelIds: readonly string[]): Promise<ServedVersion[]> {
  const { rows } = await store.pool.query<ServedVersion>(
    `with numbered as (
       select alias_id, model_id, row_number() over (partition by alias_id order by id)::int as version
       from alias_move
       where alias_id in (select alias_id from alias_move where model_id = any($1::uuid[])))
     select distinct on (a.name, a.alias, a.id, n.model_id)
       n.model_id as "modelId", a.name, a.alias, n.version, a.model_id as "currentId"
     from numbered n join alias a on a.id = n.alias_id
     where n.model_id = any($1::uuid[]) and ($2::uuid[] is null or a.project_id = any($2::uuid[]))
     order by a.name, a.alias, a.id, n.model_id, n.version desc`,
    [modelIds, projectsSeen(store)],
  );
  return rows;
}
