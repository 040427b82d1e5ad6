import type { ModelManifest } from '@kshot/domain';
import {
  argMax,
  type Classifier,
  derivedSeed,
  encodeTable,
  type FittedHead,
  matrix,
  permutationImportance,
  predictor,
  type RawExamples,
  randomFrom,
  shuffled,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';

const SHUFFLES = 34;
const REPEATS = 5;
const MOST_ROWS = 500;
const FEWEST_ROWS = 20;
/** Rows that are asked at most, so that a wide table takes no longer than a long one. */
const MOST_ANSWERS = 50_000;

type Test = { readonly labels: Int32Array; readonly rows: Int32Array; readonly seed: number };

/** What the columns of a table are worth to a model, by rows of the test part; asked by its head alone where that is all of it. */
export function importanceOf(
  raw: RawExamples,
  model: Classifier,
  test: Test,
  head?: FittedHead,
): Pick<ModelManifest, 'importance'> {
  const { input, classes } = model;
  if (input.modality !== 'TABLE' || raw.modality !== 'TABLE' || test.rows.length < 2) return {};
  const seed = derivedSeed(SHUFFLES, test.seed);
  const most = Math.min(MOST_ROWS, Math.floor(MOST_ANSWERS / (REPEATS * input.columns.length)));
  if (most < FEWEST_ROWS) return {};
  const rows = shuffled(test.rows, randomFrom(seed)).slice(0, most);
  const labels = Int32Array.from(rows, (row) => test.labels[row] as number);
  const x = encodeTable(input, raw.columns, rows);
  const network = head ? undefined : predictor(engine(), model);
  try {
    const importance = permutationImportance(
      input,
      x,
      labels,
      ({ shape: [count, width], values }) => {
        const scores = head
          ? head.logits(matrix(count!, width!, values)).values
          : network!.probabilities({ shape: [count!, width!], values }).flat();
        return argMax(Float32Array.from(scores), classes.length);
      },
      { repeats: REPEATS, seed },
    );
    return { importance };
  } finally {
    network?.dispose();
  }
}
