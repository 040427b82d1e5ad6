import { database } from '../database.js';
import type { Store } from '../open-store.js';
import { readRow } from '../rows/read-row.js';
import type { Alias, Model } from '../rows/rows.js';
import { USUAL_ALIAS } from './called-by.js';

/** The alias that is called NAME or NAME@ALIAS, with its model: in one statement, since it may move between two. Null where there is none. */
export async function findServed(
  store: Store,
  called: string,
): Promise<{ readonly alias: Alias; readonly model: Model } | null> {
  const [name = '', alias = USUAL_ALIAS] = called.split('@');
  const row = await store[database].alias.findUnique({
    where: { name_alias: { name, alias } },
    include: { model: true },
  });
  if (!row) return null;
  const { model, ...own } = row;
  return { alias: own, model: readRow('model', model) };
}
