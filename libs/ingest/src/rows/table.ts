import { DomainError } from '@kshot/domain';
import type { Source } from '../archives/archive.js';
import { isUnlabelled } from '../columns/class/unlabelled.js';
import type { RawInput } from '../inputs/raw-input.js';
import { cleanName } from '../names/clean-name.js';
import { quoteNames } from '../names/quote-names.js';
import { wellFormed } from '../names/well-formed.js';
import { readTable } from '../tables/read-table.js';
import { sieveRows } from '../tables/sieve-rows.js';
import type { FormatChoices, TableKind } from '../tables/table.js';
import { fittedText } from '../texts/pack-texts.js';
import { type ChosenColumns, chooseColumns } from './choose-columns.js';
import { type InputRow, type InputRows, type RowsRequest, type Taker, takerOf } from './input-row.js';

/** Rows by which the columns are chosen. */
const LOOK_ROWS = 2000;

/** A table as rows, never whole in memory where its format can be read in pieces. */
export async function rowsOfTable(
  kind: TableKind,
  source: Source,
  request: RowsRequest,
  taker: Taker,
): Promise<InputRows> {
  const choices: FormatChoices = taker.learns
    ? {}
    : { asked: (taker.input.columns ?? []).map(({ name }) => name) };
  const start = await readTable(kind, source, () => undefined, { ...choices, rows: LOOK_ROWS });
  const chosen = chooseColumns(start, request, taker);
  const read = readerOf(chosen, taker);
  const rowOf = (cells: readonly string[]): InputRow => ({
    name: null,
    cells,
    label: labelOf(cells, chosen),
    read: async () => read(cells),
  });
  const missing = chosen.inputs.flatMap((index, i) => (index < 0 ? [taker.input.columns![i]!.name] : []));
  return {
    columns: start.names,
    labelColumn: start.names[chosen.label] ?? null,
    inputColumns: [...chosen.inputs, ...chosen.texts].flatMap((index) => start.names[index] ?? []),
    notes: [
      ...start.notes.filter((note) => !/ left out: row /.test(note)),
      ...(missing.length > 0
        ? [
            `The file lacks columns of ${takerOf(taker)}, which count as missing in each row: ${quoteNames(missing)}.`,
          ]
        : []),
    ],
    batches: batchesOf(kind, source, { choices, header: start.header, rowOf }),
  };
}

interface Reading {
  readonly choices: FormatChoices;
  readonly header: boolean;
  readonly rowOf: (cells: readonly string[]) => InputRow;
}

async function* batchesOf(
  kind: TableKind,
  source: Source,
  { choices, header, rowOf }: Reading,
): InputRows['batches'] & AsyncGenerator {
  let width = 0;
  let rows: InputRow[] = [];
  /** Empty rows count once another follows: spreadsheets write many of them below a table. */
  let empty = 0;
  const raw = await kind.open(source, choices);
  const cellsOf = (row: readonly string[]) => Array.from({ length: width }, (_, i) => row[i] ?? '');
  const push = (row: InputRow): void => {
    for (; empty > 0; empty--) rows.push(unreadRow(cellsOf([]), EMPTY));
    rows.push(row);
  };
  const sieve = sieveRows(header, {
    begin: (names) => {
      width = names.length;
    },
    row: (row) => push(rowOf(cellsOf(row))),
    others: {
      wide: (row) => push(unreadRow(row.slice(0, width), WIDE)),
      empty: (row) => {
        const why = raw.unread?.get(row);
        if (why !== undefined) push(unreadRow(cellsOf([]), new DomainError('DATA_FORMAT', why)));
        // Of several columns a blank line is none; of one column it is an empty cell.
        else if (choices.asked && (row.length > 1 || width === 1)) empty++;
      },
    },
  });
  const taken = (): InputRow[] => {
    const some = rows;
    rows = [];
    return some;
  };
  for await (const { rows: next, read } of raw.batches) {
    sieve.add(next);
    yield { rows: taken(), read };
  }
  sieve.finish();
  yield { rows: taken(), read: 1 };
}

const WIDE = new DomainError(
  'DATA_COLUMN',
  'The row has more cells than there are columns. Put cells that hold the delimiter into quotes.',
);
const EMPTY = new DomainError('DATA_EMPTY', 'The row is empty.');

const unreadRow = (cells: readonly string[], why: DomainError): InputRow => ({
  name: null,
  cells,
  label: null,
  read: () => Promise.reject(why),
});

function labelOf(cells: readonly string[], { label }: ChosenColumns): string | null {
  const name = cleanName(cells[label] ?? '');
  return isUnlabelled(name) ? null : name;
}

function readerOf(
  { inputs, texts }: ChosenColumns,
  { input, learns }: Taker,
): (cells: readonly string[]) => RawInput {
  if (input.modality === 'TABLE')
    return (cells) => {
      if (!learns && inputs.every((index) => (cells[index] ?? '').trim() === ''))
        throw new DomainError('DATA_EMPTY', 'The row has no value in any column of the model.');
      return {
        row: (input.columns ?? []).map(({ name: column }, i) => ({
          column,
          value: cells[inputs[i]!] ?? null,
        })),
      };
    };
  return (cells) => textInput(texts.map((i) => cells[i] ?? ''));
}

/** The text of a row whose texts stand in these cells. Throws DATA_EMPTY. */
export function textInput(cells: readonly string[]): { readonly text: string } {
  const text =
    cells.length === 1
      ? cells[0]!
      : cells
          .map((cell) => cell.trim())
          .filter((cell) => cell !== '')
          .join('\n');
  if (text.trim() === '') throw new DomainError('DATA_EMPTY', 'The text is empty.');
  return { text: fittedText(wellFormed(text)).text };
}
