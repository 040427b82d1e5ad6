import { DomainError } from '@kshot/domain';
import { partColumn } from '../columns/choose-part.js';
import { chooseTexts } from '../columns/choose-texts.js';
import { columnCalled } from '../columns/column-called.js';
import { labelNames, plainName } from '../columns/known-names.js';
import { type Profile, profileColumn } from '../columns/profile-column.js';
import { cleanName } from '../names/clean-name.js';
import type { Table } from '../tables/table.js';
import { type RowsRequest, type Taker, takerOf } from './input-row.js';

/** Which columns of a file a model is asked about. */
export interface ChosenColumns {
  /** Index in the file of each column of the model; −1 where the file lacks it. None for texts. */
  readonly inputs: readonly number[];
  readonly texts: readonly number[];
  /** −1 where no column has the class. */
  readonly label: number;
}

/** Finds the columns by the first rows of a file. Throws DATA_COLUMN. */
export function chooseColumns(table: Table, request: RowsRequest, taker: Taker): ChosenColumns {
  const profiles = table.columns.map((cells) => profileColumn(cells, table.semicolons));
  const inputs = (taker.input.columns ?? []).map(({ name }) => placeOfColumn(table.names, name));
  if (taker.input.modality === 'TABLE') {
    if (inputs.every((index) => index < 0))
      throw new DomainError(
        'DATA_COLUMN',
        `The file has none of the columns of ${takerOf(taker)}: ${(taker.input.columns ?? [])
          .slice(0, 10)
          .map(({ name }) => name)
          .join(', ')}. Its columns are: ${table.names.slice(0, 10).join(', ')}. Rename them.`,
      );
    return { inputs, texts: [], label: labelIn(table, profiles, request, taker, new Set(inputs)) };
  }
  const given = request.textColumn === undefined ? [] : [columnCalled(table, request.textColumn, 'the text')];
  const label = labelIn(table, profiles, request, taker, new Set(given));
  return {
    inputs: [],
    texts: given.length > 0 ? given : textsIn(table, profiles, request, label, taker),
    label,
  };
}

/** Where a column of a model stands among those of a file, also where it is written a little differently; −1 where the file lacks it. */
export function placeOfColumn(names: readonly string[], name: string): number {
  const exact = names.indexOf(name);
  return exact >= 0 ? exact : names.findIndex((each) => plainName(each) === plainName(name));
}

/** The column whose cells are mostly classes of the model. */
function labelIn(
  table: Table,
  profiles: readonly Profile[],
  { labelColumn }: RowsRequest,
  { classes, learns }: Taker,
  taken: ReadonlySet<number>,
): number {
  if (labelColumn !== undefined) return columnCalled(table, labelColumn, 'the class');
  const known = new Set(classes);
  const shares = profiles.map(({ values, present }, i) => {
    if (taken.has(i) || present === 0) return 0;
    let hits = 0;
    for (const [cell, count] of values) if (known.has(cleanName(cell))) hits += count;
    return hits / present;
  });
  const best = Math.max(0, ...shares);
  if (best > 0.5) return shares.indexOf(best);
  if (!learns) return -1;
  return table.names.findIndex((name, i) => labelNames.includes(plainName(name)) && !taken.has(i));
}

/** By the rules of an import; else the column with the longest cells that are not numbers. A model may be asked about numbers as texts; a data set of texts takes none in. */
function textsIn(
  table: Table,
  profiles: readonly Profile[],
  request: RowsRequest,
  label: number,
  { learns }: Taker,
): number[] {
  const part = partColumn(table, profiles, label, () => undefined);
  const rules = { fileName: request.fileName, testShare: 0, seed: 0 };
  const chosen = chooseTexts(table, profiles, { label, part }, rules, () => undefined);
  if (chosen.length > 0) return chosen;
  const lengths = profiles.map(({ reading, meanCharacters, present }, i) =>
    i === label || present === 0 ? -1 : reading === null ? meanCharacters : 0,
  );
  const longest = Math.max(...lengths);
  if (longest < 0 || (learns && longest === 0))
    throw new DomainError('DATA_COLUMN', 'The file has no column with texts. Add one, and name it "text".');
  return [lengths.indexOf(longest)];
}
