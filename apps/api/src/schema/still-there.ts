import { DomainError } from '@kshot/domain';

/** What was looked up for something that was just read. Throws CONFLICT where it was deleted in between. */
export function stillThere<T>(found: T | null | undefined): T {
  if (found === null || found === undefined)
    throw new DomainError('CONFLICT', 'Something of this was deleted at the same moment. Ask again.');
  return found;
}
