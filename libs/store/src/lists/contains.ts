import type { Store } from '../open-store.js';
import { queryOf } from '../rows/query.js';

/** The text as it is, but for spaces around it; case does not matter. */
export const contains = (text: string) =>
  ({ contains: text.trim().replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' }) as const;

/** Versions that a search by the name of their data set finds at most; who types so little will type more. */
const MOST_VERSIONS = 2000;

/** Ids of the versions of data sets whose name contains the text: looked up first, so that an index serves what refers to them. */
export async function versionsNamed(store: Store, text: string): Promise<string[]> {
  const rows = (await queryOf(store, 'dataSetVersion').findMany({
    where: { dataSet: { name: contains(text) } },
    select: { id: true },
    take: MOST_VERSIONS,
  })) as { id: string }[];
  return rows.map(({ id }) => id);
}
