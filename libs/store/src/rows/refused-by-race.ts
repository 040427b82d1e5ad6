import { DomainError } from '@kshot/domain';

/** Whether PostgreSQL refused a reference to a row that is not there, or to delete one that others need. */
export const isBrokenReference = (error: unknown): boolean => (error as { code?: string }).code === '23503';

/** Whether PostgreSQL refused a value that another row has already. */
export const isTaken = (error: unknown): boolean => (error as { code?: string }).code === '23505';

/** Whether the trigger `own_project` refused it. */
const isOfTwoProjects = (error: unknown): boolean => (error as { code?: string }).code === 'KP001';

/** Throws CONFLICT where another request deleted or used a row between a check and the change. */
export async function refusedByRace<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if (isOfTwoProjects(error))
      throw new DomainError(
        'CONFLICT',
        'What this is made of is in different projects. Move one of them with moveToProject first.',
      );
    if (!isBrokenReference(error)) throw error;
    throw new DomainError(
      'CONFLICT',
      'What this refers to has just been deleted, or is used again. Load the page and try again.',
    );
  }
}
