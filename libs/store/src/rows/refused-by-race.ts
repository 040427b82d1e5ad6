import { DomainError } from '@kshot/domain';

/** PostgreSQL's code for a reference to a row that is not there, or to one that others need. */
const REFERENCE = '23503';

/** Throws CONFLICT where another request deleted or used a row between a check and the change. */
export async function refusedByRace<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if ((error as { code?: string }).code !== REFERENCE) throw error;
    throw new DomainError(
      'CONFLICT',
      'What this refers to has just been deleted, or is used again. Load the page and try again.',
    );
  }
}
