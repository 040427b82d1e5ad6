import { DomainError } from '@kshot/domain';

/** Nothing for an example that cannot be read: its import says why. */
export async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  return read().catch((error: unknown) => {
    if (error instanceof DomainError) return null;
    throw error;
  });
}
