import { DomainError, limits } from '@kshot/domain';

/** Throws BAD_INPUT. */
export function assertRange({ first, skip = 0 }: { readonly first: number; readonly skip?: number }): void {
  if (!Number.isInteger(first) || first < 0 || first > limits.pageSize)
    throw new DomainError(
      'BAD_INPUT',
      `\`first\` must be from 0 to ${limits.pageSize}. Ask for the rest with \`after\`.`,
    );
  if (!(skip >= 0)) throw new DomainError('BAD_INPUT', '`skip` must be 0 or more.');
}
