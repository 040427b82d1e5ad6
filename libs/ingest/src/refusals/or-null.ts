import { DomainError } from '@kshot/domain';

/** What `read` gives; null where it refuses. */
export async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  return read().catch((error: unknown) => {
    if (error instanceof DomainError) return null;
    throw error;
  });
}
