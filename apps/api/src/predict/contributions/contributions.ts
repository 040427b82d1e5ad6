import { DomainError } from '@kshot/domain';
import { contributionsOf, randomFrom, shuffled, walkedRows, walksOf } from '@kshot/fewshot';
import type { RawInput } from '@kshot/ingest';
import { cellsOf } from '@kshot/store';
import type { Context } from '../../context.js';
import type { Prediction } from '../predict.type.js';
import type { Contributions } from './contributions.type.js';

/** Walks at most, and rows that they may ask about. */
const MOST_WALKS = 32;
const MOST_ROWS = 5000;
const FEWEST_WALKS = 8;
const SEED = 35;
/** Rows in one question to the predictor. */
const AT_ONCE = 512;

type Cell = { readonly column: string; readonly value: string | null };

/** What each cell of a row adds to the probability of its answer. Throws CONFLICT where that cannot be told. */
export async function contributions(
  context: Context,
  { model, input, class: answer }: Prediction,
): Promise<Contributions> {
  const { input: spec } = model.manifest;
  if (spec.modality !== 'TABLE' || !('row' in input))
    throw new DomainError(
      'CONFLICT',
      `Contributions of columns are for models of tables; ${model.name} takes none.`,
    );
  const names = spec.columns.map(({ name }) => name);
  const count = 2 * Math.floor(Math.min(MOST_WALKS, MOST_ROWS / (names.length + 1)) / 2);
  if (count < FEWEST_WALKS)
    throw new DomainError(
      'CONFLICT',
      `${model.name} reads ${names.length} columns, too many to tell what each adds.`,
    );
  const inOrder = (row: readonly Cell[]): Cell[] => {
    const values = new Map(row.map(({ column, value }) => [column, value]));
    return names.map((column) => ({ column, value: values.get(column) ?? null }));
  };
  const own = inOrder(input.row);
  const background = (await backgroundRows(context, model, count)).map(inOrder);
  const walks = walksOf(names.length, count, SEED);
  const rows = walkedRows(own, background, walks).map((row): RawInput => ({ row }));
  const { usual, values } = contributionsOf(await probabilitiesOf(context, model.hash, answer, rows), walks);
  const cells = own.map((cell, i) => ({ ...cell, added: values[i]! }));
  return { usual, cells: cells.sort((a, b) => Math.abs(b.added) - Math.abs(a.added)) };
}

/** Rows of the data set that the model was made from, drawn always alike. */
async function backgroundRows(
  { loaders }: Context,
  { versionId, name }: Prediction['model'],
  count: number,
): Promise<Cell[][]> {
  const version = versionId ? await loaders.version.load(versionId) : null;
  if (!version?.hash)
    throw new DomainError(
      'CONFLICT',
      `The data set that ${name} was made from is not here: there are no rows to compare with.`,
    );
  const pack = await loaders.pack.load(version.hash);
  const places = Int32Array.from({ length: pack.manifest.count }, (_, i) => i);
  const drawn = shuffled(places, randomFrom(SEED)).slice(0, count);
  return Promise.all(Array.from(drawn, async (place) => (await cellsOf(pack, place)) ?? []));
}

async function probabilitiesOf(
  { predictor }: Context,
  modelHash: string,
  answer: string,
  rows: readonly RawInput[],
): Promise<number[]> {
  const found: number[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const inputs = rows.slice(at, at + AT_ONCE);
    const answers = await predictor.predict({ kind: 'predict', modelHash, inputs });
    for (const { classes } of answers) found.push(classes.find((one) => one.class === answer)!.probability);
  }
  return found;
}
