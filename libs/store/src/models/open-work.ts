import type { Transaction } from '../in-transaction.js';

const MOST_NAMED = 5;

/** Waiting and running work that needs a model, in words: run “iris”. */
export async function openWork(client: Transaction, modelId: string): Promise<string[]> {
  const { rows } = await client.query<{ what: string; name: string }>(
    `select what, name from (
       select id, 'run' as what, name, status from run where parent_id = $1
       union all select id, 'evaluation', name, status from evaluation where model_id = $1
       union all select id, 'label check', name, status from label_check where model_id = $1
       union all select id, 'prediction of', name, status from prediction where model_id = $1
       union all select l.id, 'labelling of', d.name, l.status from labelling l
         join data_set_version v on v.id = l.version_id join data_set d on d.id = v.data_set_id
         where l.model_id = $1
     ) work where status in ('QUEUED', 'RUNNING') order by id limit ${MOST_NAMED}`,
    [modelId],
  );
  return rows.map(({ what, name }) => `${what} “${name}”`);
}

/** Whether work of another project needs a model that was shipped. Its names are not for this one. */
export async function isNeededElsewhere(client: Transaction, modelId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select 1 from (
       select project_id, status from run where parent_id = $1
       union all select project_id, status from evaluation where model_id = $1
       union all select project_id, status from label_check where model_id = $1
       union all select project_id, status from prediction where model_id = $1
       union all select project_id, status from labelling where model_id = $1
     ) work where status in ('QUEUED', 'RUNNING') and project_id <> (select project_id from model where id = $1) limit 1`,
    [modelId],
  );
  return rowCount !== 0;
}
