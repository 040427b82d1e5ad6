import { readdirSync } from 'node:fs';
import path from 'node:path';
import {
  chooseHead,
  derivedSeed,
  drawn,
  type HeadMethod,
  type Matrix,
  meanInterval,
  randomFrom,
  rowsOf,
  type Support,
  softmaxRows,
} from '@kshot/fewshot';
import { type DataFile, readFile } from '../accuracy/files/read-file.js';
import { tableDraws } from '../accuracy/files/table-draws.js';
import { cachedFeatures, type Starter, starterFor } from '../advisor/features.js';
import { mean, percent } from '../frame/figures.js';
import { outsideData } from '../frame/outside-data.js';
import { rowsByClass } from '../frame/rows-by-class.js';
import type { TrustOptions } from './options.js';
import { withNoise } from './with-noise.js';

/** Shares of the training labels that are exchanged for others; the labels that are asked for stay as they are. */
const NOISES = [0, 0.05, 0.1];
const BINS = 15;
/** Examples that are asked about in a draw at most. */
const ASKED = 1500;
const TABLE_SHOTS = 50;
const SETTINGS = { metric: 'COSINE', neighbours: 3, transform: 'NONE' } as const;
type Method = HeadMethod | 'AUTO';
const OF_FEATURES: readonly Method[] = ['AUTO', 'RIDGE', 'LOGISTIC'];
const OF_COLUMNS: readonly Method[] = ['AUTO', 'LOGISTIC', 'RANDOM_FOREST', 'EXTRA_TREES', 'TABLE_ENSEMBLE'];
const works = [
  { file: 'clothing10.zip', ways: 10, shots: 8 },
  { file: 'caltech101.zip', ways: 20, shots: 10 },
  { file: 'snips.csv', ways: 7, shots: 10 },
  { file: 'clinc150.csv', ways: 77, shots: 10 },
] as const;

/** What is fitted on, and what is asked with its true classes. */
interface Draw {
  readonly support: Support;
  readonly x: Matrix;
  readonly truth: Int32Array;
}

/** How far the probabilities of a trained model are from how often it is right (expected calibration error, Guo 2017), also with wrong labels. */
export async function calibration({ draws, json }: TrustOptions): Promise<void> {
  const times = Math.max(2, Math.round(draws / 20));
  for (const { file, ways, shots } of works) {
    const found = outsideData(file);
    if (!found) continue;
    const read = await readFile(found);
    const starter = (await starterFor(read.raw.modality)) as Starter;
    const features = cachedFeatures(starter, read.raw, Int32Array.from(read.labels.keys()), found);
    const each = Array.from({ length: times }, (_, i) => featureDraw(features, read.labels, ways, shots, i));
    for (const method of OF_FEATURES)
      measure(`${file}, ${ways}-way ${shots}-shot`, method, read.raw.modality, [each], json);
  }
  const folder = outsideData('tabular');
  if (!folder) return;
  const tables: DataFile[] = [];
  for (const name of readdirSync(folder)) tables.push(await readFile(path.join(folder, name)));
  const sets = tables.map((table) => tableDraws(table, TABLE_SHOTS, times, 1));
  for (const method of OF_COLUMNS)
    measure(`${sets.length} tables, up to ${TABLE_SHOTS} a class`, method, 'TABLE', sets, json);
}

function featureDraw(features: Matrix, labels: Int32Array, ways: number, shots: number, seed: number): Draw {
  const random = randomFrom(derivedSeed(41, seed));
  const rows = rowsByClass(labels);
  const known = [...drawn(Int32Array.from(rows.keys()), ways, random)];
  const own = known.map((k) => Int32Array.from(rows.get(k) ?? []));
  const mixed = own.map((some) => drawn(some, some.length, random));
  const fit = Int32Array.from(mixed.flatMap((some) => [...some.subarray(0, shots)]));
  const rest = Int32Array.from(mixed.flatMap((some) => [...some.subarray(shots)]));
  const asked = drawn(rest, Math.min(ASKED, rest.length), random);
  const truth = (some: Int32Array) => some.map((row) => known.indexOf(labels[row] as number));
  return {
    support: { features: rowsOf(features, fit), labels: truth(fit), ways },
    x: rowsOf(features, asked),
    truth: truth(asked),
  };
}

/** A line for each share of wrong labels: means over data sets of the errors of all draws together. */
function measure(
  data: string,
  method: Method,
  modality: DataFile['raw']['modality'],
  sets: readonly (readonly Draw[])[],
  json: boolean,
): void {
  for (const noise of NOISES) {
    const found = sets.map((draws) =>
      judged(draws.map((draw, i) => answered(draw, method, modality, noise, i))),
    );
    const interval = (name: keyof Judged) => meanInterval(found.map((one) => one[name]));
    const [error, accuracy, confidence] = [interval('error'), interval('accuracy'), interval('confidence')];
    const row = {
      work: 'calibration',
      data,
      method,
      noise,
      draws: sets[0]!.length,
      error,
      accuracy,
      confidence,
    };
    if (json) console.log(JSON.stringify(row));
    else
      console.log(
        `${data}, ${method}, ${percent(noise, 0)} % wrong labels: calibration error ${percent(error.mean, 1)}${sets.length > 1 ? ` ± ${percent(error.halfWidth, 1)}` : ''} %, accuracy ${percent(accuracy.mean, 1)} %, confidence ${percent(confidence.mean, 1)} %, ${row.draws} draws`,
      );
  }
}

/** [n] how sure the model is of what it says, and whether that is right. */
interface Answers {
  readonly sure: readonly number[];
  readonly right: readonly boolean[];
}

function answered(
  { support, x, truth }: Draw,
  method: Method,
  modality: DataFile['raw']['modality'],
  noise: number,
  seed: number,
): Answers {
  const [labels] = withNoise(support.labels, support.ways, seed + 1, noise);
  const { head } = chooseHead({ ...support, labels }, { ...SETTINGS, method }, modality);
  const logits = head.logits(x);
  const probabilities = softmaxRows(logits);
  const rows = Array.from(truth, (_, i) => probabilities.subarray(i * support.ways, (i + 1) * support.ways));
  const sure = rows.map((row) => Math.max(...row));
  return { sure, right: rows.map((row, i) => row[truth[i] as number] === sure[i]) };
}

interface Judged {
  readonly error: number;
  readonly accuracy: number;
  readonly confidence: number;
}

function judged(draws: readonly Answers[]): Judged {
  const sure = draws.flatMap((draw) => draw.sure);
  const right = draws.flatMap((draw) => draw.right.map(Number));
  const gaps = new Float64Array(BINS);
  for (const [i, p] of sure.entries())
    gaps[Math.min(BINS - 1, Math.floor(p * BINS))]! += (p - (right[i] as number)) / sure.length;
  return {
    error: gaps.reduce((sum, gap) => sum + Math.abs(gap), 0),
    accuracy: mean(right),
    confidence: mean(sure),
  };
}
