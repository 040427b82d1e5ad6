import { DomainError, type ImportRequest } from '@kshot/domain';
import { inTransaction, type Transaction } from '../in-transaction.js';
import type { Store } from '../open-store.js';
import { getRow, notFound } from '../rows/find-rows.js';
import { isTaken } from '../rows/refused-by-race.js';
import type { DataSet, DataSetVersion } from '../rows/rows.js';
import { insertRow } from '../rows/write-rows.js';
import { queueTasks } from '../tasks/queue-tasks.js';

export interface NewVersion {
  readonly uploadHash: string;
  readonly request: ImportRequest;
  readonly note: string;
  readonly author: string | null;
  readonly parentId?: string;
}

type NewDataSet = Pick<DataSet, 'name' | 'description' | 'licence' | 'source'> &
  Partial<Pick<DataSet, 'projectId' | 'personId'>>;

/** Queues the import of a new data set, or of the next version of one. Throws NOT_FOUND, and CONFLICT for a name that is taken. */
export const insertVersion = (
  store: Store,
  dataSet: { readonly id: string } | NewDataSet,
  version: NewVersion,
): Promise<DataSetVersion> =>
  inserted(store, version, async (client) => {
    if (!('id' in dataSet)) return newDataSet(client, dataSet);
    await lockDataSet(client, dataSet.id);
    return dataSet.id;
  });

/** Queues the next version of a data set, made of another one. Throws CONFLICT where that is no longer the newest, unless it may be an older one. */
export const insertEdit = (
  store: Store,
  parent: Pick<DataSetVersion, 'dataSetId' | 'number'>,
  version: NewVersion,
  { ofAnOlderOne }: { readonly ofAnOlderOne: boolean },
): Promise<DataSetVersion> =>
  inserted(store, version, async (client) => {
    await lockDataSet(client, parent.dataSetId);
    const { rows } = await client.query<{ newest: number | null }>(
      `select max(number) as newest from data_set_version where data_set_id = $1 and status <> 'FAILED'`,
      [parent.dataSetId],
    );
    const newest = rows[0]?.newest ?? 0;
    if (newest > parent.number && !ofAnOlderOne)
      throw new DomainError(
        'CONFLICT',
        `Version ${newest} was made meanwhile, so that version ${parent.number} is no longer the newest. Make the changes to version ${newest}, or restore version ${parent.number} first.`,
      );
    return parent.dataSetId;
  });

async function inserted(
  store: Store,
  version: NewVersion,
  dataSetFor: (client: Transaction) => Promise<string>,
): Promise<DataSetVersion> {
  const id = await inTransaction(store.pool, async (client) => {
    const dataSetId = await dataSetFor(client);
    const { rows } = await client.query<{ number: number }>(
      'select coalesce(max(number), 0) + 1 as number from data_set_version where data_set_id = $1',
      [dataSetId],
    );
    const subject = await insertRow(client, 'dataSetVersion', {
      ...version,
      dataSetId,
      number: rows[0]!.number,
    });
    await queueTasks(client, [{ kind: 'import', subject, part: 0 }]);
    return subject;
  });
  return getRow(store, 'dataSetVersion', id);
}

/** Two that make a version at once wait for each other here, so that the second sees the first. */
async function lockDataSet(client: Transaction, id: string): Promise<void> {
  const { rowCount } = await client.query(
    'select 1 from data_set where id = $1 and discarded_at is null for update',
    [id],
  );
  if (rowCount === 0) throw notFound('dataSet', id);
}

async function newDataSet(client: Transaction, dataSet: NewDataSet): Promise<string> {
  try {
    return await insertRow(client, 'dataSet', dataSet);
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new DomainError(
      'CONFLICT',
      `There is a data set called "${dataSet.name}" already. Take another name, or make a new version of that one (dataSetId).`,
    );
  }
}
