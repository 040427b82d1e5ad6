import { cleanName } from './clean-name.js';
import { wellFormed } from './well-formed.js';

const SHOWN = 3;

/** The first three names, and how many more there are: "a, b, c and 4 more". */
export function quoteNames(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).map(shortened).join(', ');
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}

/** Clean and of at most 80 characters, so that a sentence stays one. */
export function shortened(raw: string): string {
  const name = cleanName(raw);
  return name.length > 80 ? `${wellFormed(name.slice(0, 79))}…` : name;
}
