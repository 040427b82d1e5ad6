import { DomainError } from '@kshot/domain';
import type pg from 'pg';
import { inTransaction, type Transaction } from '../in-transaction.js';
import { assertId, notFound } from '../rows/find-rows.js';
import { isBrokenReference } from '../rows/refused-by-race.js';
import { insertRow, updateColumns } from '../rows/write-rows.js';
import { FIRST_PROJECT } from './reach.js';

/** Takes a person into a project, or gives them another role in it. Throws NOT_FOUND. */
export async function setMember(
  client: pg.Pool | Transaction,
  member: { readonly projectId: string; readonly personId: string; readonly role: string },
): Promise<void> {
  const { projectId, personId, role } = member;
  try {
    await client.query(
      `insert into project_member (project_id, person_id, role) values ($1, $2, $3::"Role")
       on conflict (project_id, person_id) do update set role = excluded.role`,
      [projectId, personId, role],
    );
  } catch (error) {
    throw isBrokenReference(error) ? notFound('project', projectId) : error;
  }
}

/** False where they were no member. */
export async function removeMember(pool: pg.Pool, projectId: string, personId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'delete from project_member where project_id = $1 and person_id = $2',
    [projectId, personId],
  );
  return rowCount === 1;
}

/** Makes a project, or renames the one with this id; gives its id. Throws NOT_FOUND, and CONFLICT where another is called the same, in whichever case. */
export const nameProject = (pool: pg.Pool, name: string, id?: string): Promise<string> =>
  inTransaction(pool, async (client) => {
    // Two that take a name at once wait for each other here; what is in projects goes on.
    await client.query('lock table project in share row exclusive mode');
    const { rows } = await client.query<{ id: string; name: string }>('select id, name from project');
    const present = rows.find((row) => row.id === id);
    if (name === present?.name) return present.id;
    const other = rows.find((row) => row.id !== id && alike(row.name) === alike(name));
    if (other)
      throw new DomainError(
        'CONFLICT',
        `There is a project called ${other.name} already. Take another name.`,
      );
    if (id === undefined) return insertRow(client, 'project', { name });
    await updateColumns(client, 'project', id, { name });
    return id;
  });

const alike = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Deletes a project that holds nothing. Throws NOT_FOUND and CONFLICT. */
export async function deleteProject(pool: pg.Pool, id: string): Promise<void> {
  assertId('project', id);
  if (id === FIRST_PROJECT)
    throw new DomainError('CONFLICT', 'The first project holds what came with Kshot; it stays.');
  await inTransaction(pool, async (client) => {
    // Nobody sees or misses these.
    await client.query('delete from upload where project_id = $1', [id]);
    await client.query('delete from data_set where project_id = $1 and discarded_at is not null', [id]);
    const { rowCount } = await client.query('delete from project where id = $1', [id]);
    if (rowCount === 0) throw notFound('project', id);
  }).catch((error: unknown) => {
    if (!isBrokenReference(error)) throw error;
    throw new DomainError(
      'CONFLICT',
      'The project holds data sets, models or results. Delete them, or move them to another project first.',
    );
  });
}
