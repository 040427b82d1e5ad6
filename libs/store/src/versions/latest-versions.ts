import type { Store } from '../open-store.js';
import { queryOf } from '../rows/query.js';
import { readRow } from '../rows/read-row.js';
import type { DataSetVersion } from '../rows/rows.js';

/** Of each data set the newest version that did not fail; where all failed, the newest. */
export async function latestVersions(store: Store, dataSetIds: readonly string[]): Promise<DataSetVersion[]> {
  const newest = async (where: object) => {
    const rows = await queryOf(store, 'dataSetVersion').findMany({
      where: { dataSetId: { in: [...dataSetIds] }, ...where },
      orderBy: { number: 'desc' },
      distinct: ['dataSetId'],
    });
    return rows.map((row) => readRow('dataSetVersion', row));
  };
  const rows = await newest({ status: { not: 'FAILED' } });
  if (new Set(rows.map(({ dataSetId }) => dataSetId)).size < new Set(dataSetIds).size)
    rows.push(...(await newest({})));
  return rows;
}
