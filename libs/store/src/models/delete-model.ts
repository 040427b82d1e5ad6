import { DomainError } from '@kshot/domain';
import type pg from 'pg';
import { calledBy } from '../aliases/called-by.js';
import { inTransaction } from '../in-transaction.js';
import { assertId } from '../rows/find-rows.js';
import { deleteRow } from '../rows/write-rows.js';
import { isNeededElsewhere, openWork } from './open-work.js';

/** Deletes a model. One that aliases point to goes only with all of them named, and they go with it; one that waiting or running work needs stays. Work that has ended keeps its results without it. */
export async function deleteModel(pool: pg.Pool, id: string, named: readonly string[]): Promise<void> {
  assertId('model', id);
  await inTransaction(pool, async (client) => {
    await client.query('select from model where id = $1 for update', [id]);
    const { rows: aliases } = await client.query<{ name: string; alias: string; foreign: boolean }>(
      `select a.name, a.alias, a.project_id <> m.project_id as foreign from alias a join model m on m.id = a.model_id
       where m.id = $1 order by a.id`,
      [id],
    );
    if (aliases.some(({ foreign }) => foreign) || (await isNeededElsewhere(client, id)))
      throw new DomainError(
        'CONFLICT',
        'The model came with Kshot, and another project uses it. Archive it instead.',
      );
    const left = aliases.map(calledBy).filter((name) => !named.includes(name));
    if (left.length > 0)
      throw new DomainError(
        'CONFLICT',
        `The model is served as ${left.join(', ')}. Point that to another model first, or name it in \`aliases\` to delete it as well.`,
      );
    const users = await openWork(client, id);
    if (users.length > 0)
      throw new DomainError(
        'CONFLICT',
        `The model is in use: ${users.join(', ')}. Wait until that has ended, or cancel it first.`,
      );
    await client.query('delete from alias where model_id = $1', [id]);
    await deleteRow(client, 'model', id);
  });
}
