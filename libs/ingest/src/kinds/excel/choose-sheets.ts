import { DomainError } from '@kshot/domain';
import { isKnownName, plainName, textNames } from '../../columns/known-names.js';
import { isMissing, looksLikeNumber } from '../../columns/parse-number.js';
import { partOf } from '../../layout/part-of.js';
import { quoteNames, shortened } from '../../names/quote-names.js';

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly string[])[];
}

/** The rows to take of a workbook, and what is said about it. */
export interface Chosen {
  /** The sheets with rows, and the one whose rows they are; null where several are below each other. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

/** The visible sheet with most cells, with those that have the same names of columns; a hidden one only where there is no other. The given sheet, where one is given: throws BAD_INPUT where there is none like it. */
export function chooseSheets(sheets: readonly Sheet[], given?: string): Chosen | undefined {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const visible = filled.filter(({ hidden }) => !hidden);
  const [first] = (visible.length > 0 ? visible : filled).toSorted((a, b) => cells(b) - cells(a));
  if (!first) return undefined;
  if (given !== undefined) return chosen([sheetCalled(filled, given)], filled);
  const alike = visible.filter((sheet) => sheet === first || hasSameNames(sheet, first));
  return chosen(alike.length > 1 ? alike : [first], filled);
}

function sheetCalled(sheets: readonly Sheet[], name: string): Sheet {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found) return found;
  throw new DomainError(
    'BAD_INPUT',
    `The workbook has no sheet "${shortened(name)}" with rows. Its sheets are: ${quoteNames(sheets.map((sheet) => sheet.name))}.`,
  );
}

function chosen(taken: readonly Sheet[], filled: readonly Sheet[]): Chosen {
  const [first] = taken as [Sheet];
  const others = filled.filter((sheet) => !taken.includes(sheet));
  const left = others.map(({ name, hidden }) => (hidden ? `${name} (hidden)` : name));
  return {
    sheets: filled.map(({ name }) => name),
    sheet: taken.length > 1 ? null : first.name,
    rows: taken.length > 1 ? stacked(taken) : first.rows,
    notes: [
      ...(taken.length > 1
        ? [
            `The rows of ${taken.length} sheets with the same columns were put below each other${addedColumn(taken) === 'label' ? ', each sheet a class' : ''}: ${quoteNames(taken.map(({ name }) => name))}.`,
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

function addedColumn(sheets: readonly Sheet[]): string | undefined {
  if (sheets.every(({ name }) => partOf(name) !== null)) return 'split';
  return sheets.every((sheet) => namesOf(sheet).length === 1 || holdsOnlyNumbers(sheet))
    ? 'label'
    : undefined;
}

/** Whether a sheet holds nothing but numbers below its names: nothing in it can be the class. */
const holdsOnlyNumbers = (sheet: Sheet): boolean =>
  !/^(sheet|tabelle|blad|hoja|feuil|foglio|planilha|\p{L}{0,2})?\s*\d*$/iu.test(sheet.name) &&
  !namesOf(sheet).some(isKnownName) &&
  sheet.rows.slice(1).every((row) => row.every((cell) => isMissing(cell) || looksLikeNumber(cell)));

/** Whether both begin with the same names: of at least two columns, or of the texts of a class. */
function hasSameNames(a: Sheet, b: Sheet): boolean {
  const [own, other] = [namesOf(a), namesOf(b)];
  const said = own.filter((name) => name !== '');
  const several = said.length > 1 || (own.length === 1 && textNames.includes(plainName(own[0] ?? '')));
  return several && own.length === other.length && own.every((name, i) => name === other[i]);
}

/** The rows of all under one header, with the part of each where the names of the sheets mean parts, or the class where texts or numbers stand alone. */
function stacked(sheets: readonly Sheet[]): string[][] {
  const added = addedColumn(sheets);
  const own = (row: readonly string[], sheet: string) => (added === undefined ? [...row] : [...row, sheet]);
  return [
    own(sheets[0]!.rows[0]!, added ?? ''),
    ...sheets.flatMap(({ name, rows }) => rows.slice(1).map((row) => own(row, name))),
  ];
}
