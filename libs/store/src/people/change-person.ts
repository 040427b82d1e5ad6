import { DomainError } from '@kshot/domain';
import { inTransaction } from '../in-transaction.js';
import type { Store } from '../open-store.js';
import type { Person } from '../rows/rows.js';
import { deleteRow, updateColumns } from '../rows/write-rows.js';

type Change = Partial<
  Pick<Person, 'name' | 'role' | 'passwordDigest' | 'disabledAt' | 'runningTasks' | 'storageBytes'>
>;

/** Changes an account; a new password, or a lock, ends its sessions. Throws NOT_FOUND, and CONFLICT where no administrator would be left. */
export const changePerson = (store: Store, id: string, change: Change): Promise<void> =>
  keepingAnAdministrator(store, async (client) => {
    await updateColumns(client, 'person', id, change);
    if (change.passwordDigest !== undefined || change.disabledAt)
      await client.query(
        `update credential set revoked_at = now() where person_id = $1 and kind = 'SESSION' and revoked_at is null`,
        [id],
      );
  });

/** Deletes an account with its sessions and keys. Throws as above. */
export const deletePerson = (store: Store, id: string): Promise<void> =>
  keepingAnAdministrator(store, (client) => deleteRow(client, 'person', id));

/** Two that take each other's role at once wait for each other here. */
const keepingAnAdministrator = (
  store: Store,
  change: (client: Parameters<Parameters<typeof inTransaction>[1]>[0]) => Promise<void>,
): Promise<void> =>
  inTransaction(store.pool, async (client) => {
    await client.query('lock table person in share row exclusive mode');
    await change(client);
    const { rowCount } = await client.query(
      `select 1 from person where role = 'ADMIN' and disabled_at is null limit 1`,
    );
    if (rowCount === 0)
      throw new DomainError(
        'CONFLICT',
        'No administrator would be left. Make somebody else an administrator first.',
      );
  });
