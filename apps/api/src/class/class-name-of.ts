import { DomainError } from '@kshot/domain';
import { cleanName } from '@kshot/ingest';

/** What a class is to be called, as it is stored. Throws BAD_INPUT. */
export function classNameOf(raw: string): string {
  const name = cleanName(raw);
  if (name === '' || raw.trim().length > 255)
    throw new DomainError('BAD_INPUT', 'A class needs a name of 1 to 255 characters.');
  return name;
}
