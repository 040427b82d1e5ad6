import { DomainError, isId } from '@kshot/domain';

/** Names stand in addresses, beside the ids of models. */
export function assertName(what: string, name: string): void {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name) && !isId(name)) return;
  throw new DomainError(
    'BAD_INPUT',
    `\`${what}\` must have 1 to 64 letters, digits, ".", "_" or "-", begin with a letter or digit, and not be an id.`,
  );
}
