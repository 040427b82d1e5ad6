import { DomainError } from '@kshot/domain';
import { database } from '../database.js';
import type { Store } from '../open-store.js';
import { visible } from '../projects/visible.js';
import { readRow } from '../rows/read-row.js';
import type { Alias, Model } from '../rows/rows.js';
import { USUAL_ALIAS } from './called-by.js';

interface Among {
  /** The project that has the name where several have it. */
  readonly projectId?: string | null;
  /** Only those that anybody may ask: these have names of their own everywhere. */
  readonly shared?: boolean;
}

/** The alias that is called NAME or NAME@ALIAS, with its model: in one statement, since it may move between two. Null where there is none; throws CONFLICT where several projects have one. */
export async function findServed(
  store: Store,
  called: string,
  { projectId = null, shared = false }: Among = {},
): Promise<{ readonly alias: Alias; readonly model: Model } | null> {
  const [name = '', alias = USUAL_ALIAS] = called.split('@');
  const seen = visible('alias', store.reach) ?? {};
  const rows = await store[database].alias.findMany({
    where: { AND: [{ name, alias, ...(shared ? { shared } : {}) }, seen] },
    include: { model: true },
  });
  const row = rows.length > 1 ? rows.find((one) => one.projectId === projectId) : rows[0];
  if (!row && rows.length > 1)
    throw new DomainError(
      'CONFLICT',
      `Several projects serve a model as ${called.slice(0, 140)}. Name the project in the header X-Kshot-Project, or use a key of one project.`,
    );
  if (!row) return null;
  const { model, ...own } = row;
  return { alias: own, model: readRow('model', model) };
}
