import { DomainError } from '@kshot/domain';
import { findRow, personUse } from '@kshot/store';
import type { Context } from '../context.js';

/** Throws DATA_TOO_LARGE where somebody would store more than they may. */
export async function assertRoom({ store, principal }: Context, bytes: number): Promise<void> {
  const { personId } = principal;
  const most = personId && (await findRow(store, 'person', personId))?.storageBytes;
  if (!personId || most === null || most === undefined) return;
  const [use] = await personUse(store.pool, [personId]);
  const used = use?.storageBytes ?? 0;
  if (used + bytes <= Number(most)) return;
  throw new DomainError(
    'DATA_TOO_LARGE',
    `You may store ${most} bytes and have ${used}; this file has ${bytes}. Delete data sets or models of yours, or ask an administrator for more.`,
  );
}
