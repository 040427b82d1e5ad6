import { cleanName } from '../names/clean-name.js';
import { quoteNames } from '../names/quote-names.js';
import type { Table } from '../tables/table.js';
import { classGivenAway } from './class/class-given-away.js';
import { areMarks } from './class/marked-columns.js';
import { isUnlabelled } from './class/unlabelled.js';
import { isBound } from './parse-number.js';
import type { PlannedColumn, TablePlan } from './plan-table.js';

/** What was odd about the columns, and what was done about it. */
export function planWarnings(table: Table, plan: TablePlan): string[] {
  return [
    ...labelWarnings(plan),
    ...(plan.texts.length > 1
      ? [`The texts were joined from the columns ${plan.texts.map(({ name }) => `"${name}"`).join(', ')}.`]
      : []),
    ...wordsWarnings(plan),
    ...droppedWarnings(plan),
    ...unusedChoices(plan),
    ...plan.columns
      .filter(({ role, why }) => why === null && (role === 'NUMBER' || role === 'DATE'))
      .flatMap((column) => numberWarnings(column, table.rows)),
    ...markWarnings(plan),
    ...classGivenAway(table, plan),
  ];
}

function labelWarnings({ columns, label, labelFound }: TablePlan): string[] {
  const { profile, name } = label;
  const classes = [...profile.values.keys()].filter((cell) => !isUnlabelled(cleanName(cell)));
  const numeric = profile.reading !== null && profile.reading.as !== 'DATE';
  const measured =
    numeric &&
    (!profile.integers ? classes.length > 10 : classes.length > 20 && classes.length > 0.1 * profile.present);
  const several = severalLabels(profile.values);
  return [
    ...(labelFound === 'BY_CONTENT'
      ? [
          `No column has a usual name for the class; it was taken from "${name}". Name another one as label column if that is wrong.`,
        ]
      : []),
    ...severalMarks(columns, label, labelFound),
    ...(measured
      ? [
          `The classes are numbers with ${classes.length} different values, such as ${classes.slice(0, 2).join(' and ')}: this looks like a measurement (regression), not like classes. Put ranges of them into a column of their own.`,
        ]
      : []),
    ...several,
  ];
}

/** A warning where the class was taken from one of several columns of 0 and 1, as data with several labels have them. */
function severalMarks(
  columns: readonly PlannedColumn[],
  label: PlannedColumn,
  found: TablePlan['labelFound'],
): string[] {
  const marks = columns.filter(({ profile }) => profile.distinct === 2 && areMarks(profile.values.keys()));
  if (found !== 'BY_CONTENT' || marks.length < 3 || !marks.includes(label)) return [];
  return [
    `${marks.length} columns hold 0 and 1: ${quoteNames(marks.map(({ name }) => name))}. If each of them is a label, so that an example can have several: Kshot learns one at a time, here "${label.name}". Choose another one as label column, or make one data set for each.`,
  ];
}

/** A warning where cells hold several labels between bars, or between commas or semicolons where they also come alone or in other orders. */
function severalLabels(values: ReadonlyMap<string, number>): string[] {
  for (const separator of [',', ';', '|']) {
    const cells = [...values.keys()];
    const areLists = cells.every((cell) => /^\[.*\]$/.test(cell));
    const lists = (areLists ? cells.map(withoutBrackets) : cells).filter((cell) => cell.includes(separator));
    if (lists.length === 0) continue;
    const parts = lists.map((cell) => cell.split(separator).map((part) => part.trim()));
    const short = parts.every((labels) => labels.every((label) => label !== '' && label.length <= 40));
    const counts = new Map<string, number>();
    for (const label of parts.flat()) counts.set(label, (counts.get(label) ?? 0) + 1);
    const isSure = areLists || separator === '|';
    const again = parts.filter(
      (labels) => isSure || labels.every((label) => values.has(label) || (counts.get(label) as number) > 1),
    );
    if (short && again.length > 0 && 2 * again.length >= lists.length)
      return [
        `Some cells hold several labels between "${separator}", such as "${lists[0]}": each combination became a class of its own. Kshot gives one class to each example: keep the most important label.`,
      ];
  }
  return [];
}

/** ['bug', 'ui'] as Python writes it: bug, ui. */
const withoutBrackets = (cell: string): string => cell.slice(1, -1).replaceAll(/['"]/g, '');

/** What becomes of texts beside other columns. */
function wordsWarnings({ modality, columns }: TablePlan): string[] {
  const names = columns
    .filter(({ role, why: left }) => role === 'TEXT' && left === null)
    .map(({ name }) => name);
  if (modality !== 'TABLE' || names.length === 0) return [];
  const one = names.length === 1;
  return [
    `${one ? 'Column' : 'Columns'} ${names.map((name) => `"${name}"`).join(', ')} ${one ? 'holds' : 'hold'} texts: a sentence encoder turns each into numbers, which count beside the other columns.`,
  ];
}

const why = {
  EMPTY: 'are empty',
  COUNTS: 'number the rows',
  FOLDS: 'number folds',
  SUBJECTS: 'name what several rows belong to, such as one patient,',
  UNIQUE: 'have a different value in nearly every row, as ids and names do,',
  MANY_VALUES: 'hold too many different values for categories',
  BESIDE_TEXT: 'stand beside the text',
} as const;

const advice: Partial<Record<keyof typeof why, string>> = {
  SUBJECTS: ' Choose category to learn from them all the same.',
  BESIDE_TEXT: ' Use all columns as a table to learn from them, too.',
  UNIQUE: ' Choose text to learn from words in one of them all the same.',
  MANY_VALUES: ' Choose text to learn from their words all the same.',
};

function droppedWarnings({ columns }: TablePlan): string[] {
  return (Object.keys(why) as (keyof typeof why)[]).flatMap((reason) => {
    const names = columns
      .filter((column) => column.why === reason && !(reason === 'EMPTY' && column.name === ''))
      .map(({ name }) => name || 'a column without a name');
    if (names.length === 0) return [];
    return [`Columns that ${why[reason]} were left out: ${quoteNames(names)}.${advice[reason] ?? ''}`];
  });
}

/** A data set of texts uses no numbers, categories or dates, even where they are asked for. */
function unusedChoices({ columns }: TablePlan): string[] {
  const names = columns.filter(({ why: left }) => left === 'CHOSEN_BESIDE_TEXT').map(({ name }) => name);
  if (names.length === 0) return [];
  const one = names.length === 1;
  return [
    `${names.length} ${one ? 'column was' : 'columns were'} chosen as numbers, categories or dates and left out, since a data set of texts does not use ${one ? 'it' : 'them'}: ${quoteNames(names)}. Use all columns as a table to learn from ${one ? 'it' : 'them'}, too.`,
  ];
}

function numberWarnings({ name, profile, role }: PlannedColumn, rows: number): string[] {
  const { strange, strangeCount, counts, reading, bothOrders, mixedUnits, values } = profile;
  const bounds = reading?.as === 'WRITTEN' ? [...values.keys()].filter(isBound) : [];
  return [
    ...(bounds.length > 0
      ? [
          `Column "${name}": cells that only say what a value is below or above were read as that bound: ${quoteNames(bounds)}.`,
        ]
      : []),
    ...(mixedUnits && reading?.as === 'WRITTEN'
      ? [`Column "${name}" has several units; all were converted to ${reading.unit}.`]
      : []),
    ...(strangeCount > 0
      ? [
          `Column "${name}": ${strangeCount} ${strangeCount === 1 ? 'cell is' : 'cells are'} not ${role === 'DATE' ? 'a date' : 'a number'} and ${strangeCount === 1 ? 'counts' : 'count'} as missing: ${quoteNames(strange.map((cell) => `"${cell}"`))}.`,
        ]
      : []),
    ...(counts && profile.integers && rows > 10 && reading?.as === 'PLAIN'
      ? [`Column "${name}" counts up row by row. Ignore it if it only numbers the rows.`]
      : []),
    ...(reading?.as === 'DATE'
      ? [
          `Column "${name}" holds dates (${dateOrders[reading.order]}); they count by their time, and by the season, the day of the week and the hour where these vary.${bothOrders ? ` They could also be ${dateOrders[reading.order === 'MDY' ? 'DMY' : 'MDY']}: choose the other order if that is right.` : ''}`,
        ]
      : []),
  ];
}

const dateOrders = { YMD: 'year, month, day', DMY: 'day, month, year', MDY: 'month, day, year' } as const;

function markWarnings({ columns }: TablePlan): string[] {
  const marked = columns.filter(
    ({ why: left, role, profile }) =>
      left === null && ['NUMBER', 'CATEGORY', 'DATE'].includes(role) && profile.marks.length > 0,
  );
  if (marked.length === 0) return [];
  const marks = [...new Set(marked.flatMap(({ profile }) => profile.marks))];
  return [
    `Cells such as ${quoteNames(marks.map((mark) => `"${mark}"`))} count as missing in ${marked.length === 1 ? 'column' : 'the columns'} ${quoteNames(marked.map(({ name }) => name))}.`,
  ];
}
