import { DomainError } from '@kshot/domain';
import { countRunsOf, deleteRow, getOwn, isUsedElsewhere } from '@kshot/store';
import type { Context } from '../context.js';

/** Deletes a data set with its versions; refused while runs stand on it, so that no result loses its data. */
export async function deleteDataSet({ store }: Context, id: string): Promise<string> {
  const { name, shipped } = await getOwn(store, 'dataSet', id);
  if (shipped && (await isUsedElsewhere(store.pool, id)))
    throw new DomainError('CONFLICT', `${name} came with Kshot, and another project uses it. It stays.`);
  const runs = await countRunsOf(store.pool, id);
  if (runs > 0) {
    throw new DomainError(
      'CONFLICT',
      `${name} is used by ${runs} ${runs === 1 ? 'run' : 'runs'}. Delete them first.`,
    );
  }
  await deleteRow(store.pool, 'dataSet', id);
  return id;
}
