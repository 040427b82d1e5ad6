import { partOf } from '../../layout/part-of.js';
import { quoteNames } from '../../names/quote-names.js';

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly string[])[];
}

/** The rows to take of a workbook, and what is said about it. */
export interface Chosen {
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

/** The visible sheet with most cells, with those that have the same names of columns; a hidden one only where there is no other. */
export function chooseSheets(sheets: readonly Sheet[]): Chosen | undefined {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const visible = filled.filter(({ hidden }) => !hidden);
  const [first] = (visible.length > 0 ? visible : filled).toSorted((a, b) => cells(b) - cells(a));
  if (!first) return undefined;
  const alike = visible.filter((sheet) => sheet === first || hasSameNames(sheet, first));
  const taken = alike.length > 1 ? alike : [first];
  const others = filled.filter((sheet) => !taken.includes(sheet));
  const left = others.map(({ name, hidden }) => (hidden ? `${name} (hidden)` : name));
  return {
    rows: taken.length > 1 ? stacked(taken) : first.rows,
    notes: [
      ...(taken.length > 1
        ? [
            `The rows of ${taken.length} sheets with the same columns were put below each other: ${quoteNames(taken.map(({ name }) => name))}.`,
          ]
        : []),
      ...(left.length > 0
        ? [
            `${taken.length > 1 ? 'Other' : `The rows are those of the sheet "${first.name}"; other`} sheets were left out: ${quoteNames(left)}.`,
          ]
        : []),
    ],
  };
}

const cells = ({ rows }: Sheet): number => rows.reduce((sum, row) => sum + row.length, 0);

const namesOf = ({ rows }: Sheet): string[] => (rows[0] ?? []).map((cell) => cell.trim());

/** Whether both begin with the same names, of which there are at least two. */
function hasSameNames(a: Sheet, b: Sheet): boolean {
  const [own, other] = [namesOf(a), namesOf(b)];
  const said = own.filter((name) => name !== '');
  return said.length > 1 && own.length === other.length && own.every((name, i) => name === other[i]);
}

/** The rows of all under one header, with the part of each where the names of the sheets mean parts. */
function stacked(sheets: readonly Sheet[]): string[][] {
  const parted = sheets.every(({ name }) => partOf(name) !== null);
  const own = (row: readonly string[], part: string) => (parted ? [...row, part] : [...row]);
  return [
    own(sheets[0]!.rows[0]!, 'split'),
    ...sheets.flatMap(({ name, rows }) => rows.slice(1).map((row) => own(row, name))),
  ];
}
