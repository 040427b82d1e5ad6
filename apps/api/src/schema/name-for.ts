import { DomainError } from '@kshot/domain';
import { cleanName } from '@kshot/ingest';

/** What may be given a name, and how many characters that has at most. */
const longest = {
  account: 120,
  candidate: 160,
  class: 255,
  'data set': 120,
  file: 255,
  key: 120,
  model: 160,
  project: 120,
  run: 160,
  study: 160,
} as const;
export type Named = keyof typeof longest;

/** `extensions` of a field that takes a name. */
export const asNameOf = (what: Named) => ({ characters: longest[what] });

/** A name as it is stored: composed and without what cannot be seen. Throws BAD_INPUT where nothing or too much is left. */
export function nameFor(what: Named, raw: string): string {
  const name = cleanName(raw);
  if (name !== '' && raw.trim().length <= longest[what]) return name;
  const article = what === 'account' ? 'An' : 'A';
  throw new DomainError('BAD_INPUT', `${article} ${what} needs a name of 1 to ${longest[what]} characters.`);
}

/** The given name, else a proposed one, which is cut where it is too long. */
export const nameOr = (what: Named, given: string | null | undefined, proposed: string): string =>
  given?.trim() ? nameFor(what, given) : proposed.slice(0, longest[what]);
