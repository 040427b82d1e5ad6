import { DomainError, type ImportRequest } from '@kshot/domain';
import type { Table } from '../../tables/table.js';
import { holdsParts } from '../choose-part.js';
import { columnCalled } from '../column-called.js';
import { isIdName, labelNames, maybeLabelNames, plainName, textNames } from '../known-names.js';
import type { Profile } from '../profile-column.js';

export interface ChosenLabel {
  readonly index: number;
  readonly found: 'GIVEN' | 'BY_NAME' | 'BY_CONTENT';
}

/** The column with the class: the given one, else by usual names, else the likeliest by content. Throws DATA_COLUMN. */
export function chooseLabel(table: Table, profiles: readonly Profile[], request: ImportRequest): ChosenLabel {
  const given = request.roles?.find(({ role }) => role === 'LABEL')?.column ?? request.labelColumn;
  if (given !== undefined) return { index: columnCalled(table, given, 'the class'), found: 'GIVEN' };
  const text = request.textColumn === undefined ? undefined : plainName(request.textColumn);
  const names = table.names.map(plainName);
  const other = new Set(request.roles?.map(({ column }) => plainName(column)));
  const usable = (i: number) =>
    names[i] !== text && !other.has(names[i] as string) && (profiles[i] as Profile).present > 0;
  for (const name of labelNames) {
    const index = names.findIndex((each, i) => each === name && usable(i));
    if (index >= 0 && (profiles[index] as Profile).distinct > 1) return { index, found: 'BY_NAME' };
  }
  const named = names.findIndex((each, i) => labelNames.includes(each) && usable(i));
  if (named >= 0) return { index: named, found: 'BY_NAME' };
  const custom = table.label === undefined ? -1 : table.names.indexOf(table.label);
  if (custom >= 0 && usable(custom)) return { index: custom, found: 'BY_NAME' };
  const scores = profiles.map((profile, i) => (usable(i) ? likelihood(profile, i, table) : 0));
  const best = Math.max(...scores);
  if (best > 0) return { index: scores.indexOf(best), found: 'BY_CONTENT' };
  throw new DomainError(
    'DATA_COLUMN',
    `No column looks like the class, which has a few values that each occur in several rows. The columns are: ${table.names.slice(0, 20).join(', ')}. Name the right one as label column. If none has the class, add a column with it and import the file again.`,
  );
}

/** How likely a column is the class: few values that come again and again, words before numbers, at an end of the table. */
function likelihood(profile: Profile, index: number, table: Table): number {
  const { distinct, present, missing, reading, integers, meanWords } = profile;
  if (holdsParts(profile)) return 0;
  const repeated = distinct >= 2 && distinct <= Math.max(2, present / 2) && distinct <= 1000;
  if (!repeated || (reading && !(integers && distinct <= 20)) || meanWords > 4) return 0;
  const name = table.names[index] as string;
  if (textNames.includes(plainName(name)) || isIdName(name)) return 0;
  return (
    (reading ? 1 : 3) +
    (maybeLabelNames.includes(plainName(name)) && !holdsLists(profile) ? 3 : 0) +
    (index === table.names.length - 1 ? 2 : index === 0 ? 1 : 0) +
    (missing === 0 ? 1 : -2 * (missing / (missing + present))) +
    1 / distinct -
    Math.max(0, meanWords - 1)
  );
}

const holdsLists = ({ values }: Profile): boolean => [...values.keys()].some((cell) => /[,;|]/.test(cell));
