import {
  argMax,
  headScores,
  plainBackbone,
  type TableColumn,
  tableEnsemble,
  tellingColumns,
} from '@kshot/fewshot';
import type { FileOptions } from '../options.js';
import { balancedAccuracy } from './balanced-accuracy.js';
import { madeColumns, strayTexts } from './made-columns.js';
import { printRow } from './print-row.js';
import { type DataFile, readFile } from './read-file.js';
import { tableDraws } from './table-draws.js';

/**
 * Tables with a column of words: the texts of the largest `--ways` classes of a file, beside columns that are made up. Supports of
 * K examples a class, the table ensemble, balanced accuracy on the rest: without the words, with the words alone, with both, and
 * with words that belong to other rows; of the latter two also with the words only where they help, as Train does.
 */
export async function words(
  file: string,
  { ways, allShots: shot, draws = 10, seed, json }: FileOptions,
): Promise<void> {
  const read = largestClasses(await readFile(file), ways);
  if (read.raw.modality !== 'TEXT') throw new RangeError('--words takes a file of texts.');
  const { texts } = read.raw;
  const numbers = madeColumns(read.labels, read.classes.length, seed);
  const column = (values: readonly string[]): TableColumn => ({ kind: 'TEXT', name: 'words', values });
  const both = [...numbers, column(texts)];
  const stray = [...numbers, column(strayTexts(texts, seed))];
  const tables = [
    { name: 'made columns', columns: numbers, start: plainBackbone },
    { name: 'words alone', columns: [column(texts)], start: plainBackbone },
    { name: 'made columns and words', columns: both, start: plainBackbone },
    { name: 'made columns and words, as Train', columns: both, start: tellingColumns },
    { name: 'made columns and stray words', columns: stray, start: plainBackbone },
    { name: 'made columns and stray words, as Train', columns: stray, start: tellingColumns },
  ];
  const way = read.classes.length;
  const row = { data: read.data, split: 'balanced accuracy', way, shot, unit: 'draws', seed };
  for (const { name, columns, start } of tables) {
    const started = performance.now();
    const raw = { modality: 'TABLE', columns } as const;
    const units = tableDraws({ ...read, raw }, shot, draws, seed, start);
    const values = units.map(({ support, x, truth, seed: own }) => {
      const scores = headScores(tableEnsemble(support, own), x);
      return balancedAccuracy(argMax(Float32Array.from(scores.values), way), truth, way);
    });
    printRow(row, name, values, (performance.now() - started) / 1000, json);
  }
}

/** The examples of the classes that have most. */
function largestClasses(read: DataFile, ways: number): DataFile {
  const { raw, labels, classes } = read;
  if (raw.modality !== 'TEXT') return read;
  const sizes = classes.map((_, k) => labels.filter((label) => label === k).length);
  const kept = [...classes.keys()].sort((a, b) => sizes[b]! - sizes[a]! || a - b).slice(0, ways);
  const rows = Int32Array.from(labels.keys()).filter((row) => kept.includes(labels[row] as number));
  const own = rows.map((row) => kept.indexOf(labels[row] as number));
  return {
    ...read,
    raw: { modality: 'TEXT', texts: Array.from(rows, (row) => raw.texts[row] as string) },
    labels: own,
    classes: kept.map((k) => classes[k] as string),
    support: kept.map((k, at) => ({
      ...read.support[k]!,
      rows: Int32Array.from(own.keys()).filter((i) => own[i] === at),
    })),
  };
}
