import { DomainError } from '@kshot/domain';
import { assertId, type ReadyVersion, type Split } from '@kshot/store';
import { stillThere } from '../schema/still-there.js';

/** The split of a version that is asked for, else its first one. Throws NOT_FOUND, and CONFLICT where the version has just been deleted. */
export function chosenSplit({ splits }: Pick<ReadyVersion, 'splits'>, splitId?: string | null): Split {
  if (splitId == null) return stillThere(splits[0]);
  assertId('split', splitId);
  const split = splits.find(({ id }) => id === splitId);
  if (!split) throw new DomainError('NOT_FOUND', `The version has no split with the id ${splitId}.`);
  return split;
}
