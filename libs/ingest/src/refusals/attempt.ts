import { DomainError } from '@kshot/domain';

/** What `understand` gives, or why it cannot go on, for those who go on all the same. */
export function attempt<T>(
  understand: () => T,
): { value: T; problem: null } | { value: null; problem: DomainError } {
  try {
    return { value: understand(), problem: null };
  } catch (error) {
    if (error instanceof DomainError) return { value: null, problem: error };
    throw error;
  }
}
