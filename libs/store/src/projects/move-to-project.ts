import { DomainError } from '@kshot/domain';
import type pg from 'pg';
import { inTransaction, type Transaction } from '../in-transaction.js';
import { isTaken, refusedByRace } from '../rows/refused-by-race.js';

/** What rests on what, as pairs of ids; what was shipped stays apart, since everybody may use it. */
const LINKS = `
  select r.id as a, v.data_set_id as b from run r join data_set_version v on v.id = r.version_id
  union all select id, parent_id from run where parent_id is not null
  union all select m.id, v.data_set_id from model m join data_set_version v on v.id = m.version_id
  union all select id, parent_id from model where parent_id is not null
  union all select id, run_id from model where run_id is not null
  union all select e.id, v.data_set_id from evaluation e join data_set_version v on v.id = e.version_id
  union all select id, model_id from evaluation where model_id is not null
  union all select id, study_id from evaluation where study_id is not null
  union all select id, rerun_of_id from study where rerun_of_id is not null
  union all select c.id, v.data_set_id from label_check c join data_set_version v on v.id = c.version_id
  union all select id, model_id from label_check where model_id is not null
  union all select l.id, v.data_set_id from labelling l join data_set_version v on v.id = l.version_id
  union all select id, model_id from labelling where model_id is not null
  union all select r.id, v.data_set_id from recommendation r join data_set_version v on v.id = r.version_id
  union all select p.id, v.data_set_id from prediction p join data_set_version v on v.id = p.version_id
  union all select id, model_id from prediction where model_id is not null
  union all select id, model_id from alias`;

const TABLES = [
  'data_set',
  'model',
  'run',
  'study',
  'evaluation',
  'label_check',
  'labelling',
  'recommendation',
  'prediction',
  'alias',
];

/**
 * Moves a data set or a model with all that rests on it, and all that it rests on, to another project: what something is made of
 * is in its project. Gives how many things moved. Throws CONFLICT where the other project has such a name already,
 * or was just deleted.
 */
export const moveToProject = (pool: pg.Pool, id: string, projectId: string): Promise<number> =>
  refusedByRace(
    inTransaction(pool, async (client) => {
      // Nothing is made of it meanwhile.
      await client.query(`lock table ${TABLES.join(', ')} in share row exclusive mode`);
      const ids = await connected(client, id);
      let moved = 0;
      for (const table of TABLES) {
        const { rowCount } = await client.query(
          `update "${table}" set project_id = $2 where id = any($1) and project_id <> $2`,
          [ids, projectId],
        );
        moved += rowCount ?? 0;
      }
      await client.query(
        `update task set project_id = $2 where subject = any($1)
           or subject in (select id from data_set_version where data_set_id = any($1))`,
        [ids, projectId],
      );
      return moved;
    }),
  ).catch((error: unknown) => {
    if (!isTaken(error)) throw error;
    throw new DomainError(
      'CONFLICT',
      'The other project has a data set or a served name that is called the same. Rename one of them first.',
    );
  });

async function connected(client: Transaction, id: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `with recursive links as materialized (${LINKS}),
       shipped as (select id from data_set where shipped union all select id from model where shipped),
       pairs as (select a, b from links where b not in (select id from shipped) and a not in (select id from shipped)
         union all select b, a from links where b not in (select id from shipped) and a not in (select id from shipped)),
       reached (id) as (select $1::uuid union select p.b from pairs p join reached r on p.a = r.id)
     select id from reached`,
    [id],
  );
  return rows.map((row) => row.id);
}
