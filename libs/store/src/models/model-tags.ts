import type { Store } from '../open-store.js';
import { projectsSeen } from '../projects/reach.js';

/** All tags of models that are not archived, in order; of one project where that is named. */
export async function modelTags(store: Store, projectId?: string | null): Promise<string[]> {
  const { rows } = await store.pool.query<{ tag: string }>(
    `select distinct unnest(tags) as tag from model
     where archived_at is null and ($1::uuid[] is null or shipped or project_id = any($1)) and ($2::uuid is null or shipped or project_id = $2)
     order by tag limit 500`,
    [projectsSeen(store), projectId ?? null],
  );
  return rows.map(({ tag }) => tag);
}
