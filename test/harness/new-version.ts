import { insertRow, type Store } from '@kshot/store';

/** A version of a data set of its own, without content. */
export async function newVersion({ pool }: Store): Promise<string> {
  const dataSetId = await insertRow(pool, 'dataSet', { name: 'irises' });
  return insertRow(pool, 'dataSetVersion', {
    dataSetId,
    number: 1,
    uploadHash: 'aa',
    request: { fileName: 'irises.csv', testShare: 0, seed: 1 },
  });
}
