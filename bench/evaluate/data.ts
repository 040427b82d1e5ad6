import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { matrix, randomFrom, unitPlans } from '@kshot/fewshot';

const DIM = 512;

/** Class means N(0, spread²) with unit noise around: rows of class i mod classes, single precision. */
function mixture(rows: number, classes: number, spread: number, seed: number) {
  const random = randomFrom(seed);
  const means = Float32Array.from({ length: classes * DIM }, () => spread * random.normal());
  const labels = Int32Array.from({ length: rows }, (_, i) => i % classes);
  const values = new Float32Array(rows * DIM);
  for (let i = 0, at = 0; i < rows; i++)
    for (let j = 0; j < DIM; j++, at++)
      values[at] = (means[(i % classes) * DIM + j] as number) + random.normal();
  return { features: matrix(rows, DIM, values), values, labels, classes };
}

/** 20 classes of 60 embeddings for episodes. */
export const episodeData = () => mixture(1200, 20, 0.12, 1);

const powers = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => 10 ** (from + ((to - from) * i) / (count - 1)));

/** 1,000 embeddings of 10 classes, 10 stratified folds, 10 penalties of each method. */
export function foldData() {
  const data = mixture(1000, 10, 0.2, 2);
  const plans = unitPlans({ kind: 'FOLDS', folds: 10, seed: 1 }, data.labels, data.classes);
  return { ...data, plans, penalties: { RIDGE: powers(-1, 4, 10), LOGISTIC: powers(-2, 4, 10) } };
}

/** Lays what peers read into a folder. */
export function writeData(folder: string): void {
  const [episodes, folds] = [episodeData(), foldData()];
  const put = (name: string, values: Float32Array) =>
    writeFileSync(path.join(folder, name), Buffer.from(values.buffer));
  put('episodes.f32', episodes.values);
  put('folds.f32', folds.values);
  writeFileSync(
    path.join(folder, 'data.json'),
    JSON.stringify({
      dim: DIM,
      episodes: { labels: [...episodes.labels] },
      folds: {
        labels: [...folds.labels],
        held: folds.plans.map(({ rows }) => [...rows]),
        penalties: folds.penalties,
      },
    }),
  );
}
