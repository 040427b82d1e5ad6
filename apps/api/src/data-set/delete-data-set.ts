import { DomainError } from '@kshot/domain';
import { deleteDataSet as deleteRows, getOwn, isUsedElsewhere, runsOf } from '@kshot/store';
import type { Context } from '../context.js';

/** Deletes a data set with its versions; refused while runs stand on it, so that no result loses its data. */
export async function deleteDataSet({ store }: Context, id: string): Promise<string> {
  const { name, shipped } = await getOwn(store, 'dataSet', id);
  if (shipped && (await isUsedElsewhere(store.pool, id)))
    throw new DomainError('CONFLICT', `${name} came with Kshot, and another project uses it. It stays.`);
  const { count, newest } = await runsOf(store.pool, id);
  if (count > 0) {
    const more = count > newest.length ? ` and ${count - newest.length} more` : '';
    throw new DomainError(
      'CONFLICT',
      `${name} is used by ${count} ${count === 1 ? 'run' : 'runs'}: ${newest.join(', ')}${more}. Delete them first.`,
    );
  }
  await deleteRows(store.pool, id);
  return id;
}
