import { type ColumnRole, DomainError, type ImportRequest } from '@kshot/domain';
import { quoteNames, shortened } from '../names/quote-names.js';
import type { Table } from '../tables/table.js';
import { partColumn } from './choose-part.js';
import { chooseTexts } from './choose-texts.js';
import { chooseLabel } from './class/choose-label.js';
import { isContent } from './kinds/column-kinds.js';
import { isIdName, isPersonName, plainName } from './known-names.js';
import { MOST_VALUES, type Profile } from './profile-column.js';
import { profileColumns } from './profile-columns.js';
import { areTexts, areWords } from './words-in.js';

export interface PlannedColumn {
  readonly index: number;
  readonly name: string;
  readonly role: ColumnRole;
  /** Why the column is left out. */
  readonly why:
    | 'EMPTY'
    | 'COUNTS'
    | 'FOLDS'
    | 'SUBJECTS'
    | 'UNIQUE'
    | 'MANY_VALUES'
    | 'BESIDE_TEXT'
    | 'CHOSEN_BESIDE_TEXT'
    | 'CHOSEN'
    | null;
  readonly profile: Profile;
}

/** What each column of a table is used for. */
export interface TablePlan {
  readonly modality: 'TEXT' | 'TABLE';
  readonly columns: readonly PlannedColumn[];
  readonly label: PlannedColumn;
  readonly labelFound: 'GIVEN' | 'BY_NAME' | 'BY_CONTENT';
  readonly part: PlannedColumn | undefined;
  readonly texts: readonly PlannedColumn[];
}

/** Most categories that a column of words may have. */
const MOST_CATEGORIES = 1000;

/** Decides by names and content, unless the request says it, what each column is. Throws DATA_COLUMN, BAD_INPUT. */
export function planTable(table: Table, request: ImportRequest): TablePlan {
  const profiles = profileColumns(table, request);
  assertKnown(table, request);
  const given: NonNullable<ImportRequest['roles']> =
    request.textColumn === undefined ? [] : [{ column: request.textColumn, role: 'TEXT' }];
  const roles = new Map(
    [...given, ...(request.roles ?? [])].map(({ column, role }) => [plainName(column), role]),
  );
  const roleOf = (name: string) => roles.get(plainName(name));
  const label = chooseLabel(table, profiles, request);
  const part = partColumn(table, profiles, label.index, roleOf);
  const texts = chooseTexts(table, profiles, { label: label.index, part }, request, roleOf);
  const modality = texts.length > 0 ? 'TEXT' : 'TABLE';
  const columns = table.names.map((name, index): PlannedColumn => {
    const profile = profiles[index] as Profile;
    const as = (role: ColumnRole, why: PlannedColumn['why'] = null) => ({ index, name, role, why, profile });
    if (index === label.index) return as('LABEL');
    if (index === part) return as('PART');
    if (texts.includes(index)) return as('TEXT');
    const chosen = roleOf(name);
    if (chosen === 'IGNORED' || chosen === 'ID') return as(chosen, 'CHOSEN');
    if (profile.present === 0) return as('IGNORED', 'EMPTY');
    if (modality === 'TEXT')
      return as('IGNORED', chosen === undefined ? 'BESIDE_TEXT' : 'CHOSEN_BESIDE_TEXT');
    if (chosen === 'CATEGORY' || chosen === 'TEXT') return as(chosen);
    if (chosen === undefined && isFold(name, profile)) return as('IGNORED', 'FOLDS');
    if (chosen === undefined && namesSubjects(name, profile)) return as('ID', 'SUBJECTS');
    if (profile.reading) {
      if (chosen !== 'NUMBER' && chosen !== 'DATE' && isRowNumber(name, profile, table.rows))
        return as('ID', 'COUNTS');
      if (chosen === 'DATE' && profile.reading.as !== 'DATE') refuseAs('dates', name, first(profile));
      return as(profile.reading.as === 'DATE' ? 'DATE' : 'NUMBER');
    }
    if (chosen === 'NUMBER') refuseAs('numbers', name, profile.strange[0]);
    if (chosen === 'DATE') refuseAs('dates', name, first(profile));
    const { distinct, present } = profile;
    if (areTexts(profile) && !isPersonName(name)) return as('TEXT');
    if (present >= 10 && distinct > 0.9 * present)
      return as(profile.meanWords >= 3 ? 'TEXT' : 'ID', 'UNIQUE');
    const hasMany = distinct > MOST_CATEGORIES || (distinct > 50 && distinct > present / 2);
    if (!hasMany) return as('CATEGORY');
    return areWords(profile) ? as('TEXT') : as('TEXT', 'MANY_VALUES');
  });
  const planned = (index: number | undefined) => (index === undefined ? undefined : columns[index]);
  const features = columns.filter(({ role, why }) => why === null && isContent(role));
  if (modality === 'TABLE' && features.length === 0)
    throw new DomainError(
      'DATA_COLUMN',
      `The table has no column that a class can be learned from${profiles[label.index]?.present === 0 ? '' : ` beside "${table.names[label.index]}"`}. Columns that were left out: ${columns
        .filter(({ why }) => why !== null)
        .map(({ name }) => name)
        .slice(0, 10)
        .join(', ')}. Add columns, or name the text column.`,
    );
  return {
    modality,
    columns,
    label: planned(label.index) as PlannedColumn,
    labelFound: label.found,
    part: planned(part),
    texts: texts.map((index) => columns[index] as PlannedColumn),
  };
}

function refuseAs(what: string, name: string, held = ''): never {
  throw new DomainError(
    'DATA_COLUMN',
    `Column "${name}" cannot be read as ${what}: it holds "${held.slice(0, 40)}". Choose another use for it.`,
  );
}

const first = ({ values }: Profile): string | undefined => values.keys().next().value;

/** Choices must be about columns that there are. */
function assertKnown({ names }: Table, { roles = [] }: ImportRequest): void {
  const known = new Set(names.map(plainName));
  const strays = roles.filter(({ column }) => !known.has(plainName(column)));
  if (strays.length === 0) return;
  const quoted = quoteNames(strays.map(({ column }) => `"${shortened(column)}"`));
  throw new DomainError(
    'BAD_INPUT',
    `The plan names ${strays.length === 1 ? '1 column' : `${strays.length} columns`} that the table does not have: ${quoted}. Its columns are: ${names.slice(0, 20).join(', ')}.`,
  );
}

/** A column that numbers the rows: by its name, and each value once or one more than the last. */
const isRowNumber = (
  name: string,
  { counts, start, distinct, present, integers }: Profile,
  rows: number,
): boolean =>
  integers &&
  isIdName(name) &&
  ((counts && start <= 1) ||
    (distinct === present && present === rows && present > 2) ||
    (counts && distinct >= MOST_VALUES));

/** A column that numbers folds of a cross-validation. */
const isFold = (name: string, { integers, distinct }: Profile): boolean =>
  integers && distinct <= 20 && /^(k ?)?folds?$/.test(plainName(name));

/** A column of ids that come again: of patients, users, sessions. A model would learn whom it has seen. */
const namesSubjects = (name: string, { distinct, present, reading, integers }: Profile): boolean =>
  /\s(ids?|uuid|guid)$/.test(plainName(name)) &&
  (reading === null || integers) &&
  distinct > 10 &&
  distinct < present;
