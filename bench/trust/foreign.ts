import {
  areaUnderRoc,
  chooseHead,
  derivedSeed,
  drawn,
  type Figure,
  type FittedHead,
  fitHead,
  type HeadMethod,
  type Matrix,
  meanFigure,
  randomFrom,
  rowOf,
  rowsOf,
  type Support,
  thresholdCounts,
} from '@kshot/fewshot';
import { readFile } from '../accuracy/files/read-file.js';
import { cachedFeatures, type Starter, starterFor } from '../advisor/features.js';
import { outsideData } from '../frame/outside-data.js';
import { rowsByClass } from '../frame/rows-by-class.js';
import type { TrustOptions } from './options.js';

/** Classes that are known, examples of each that are fitted on and asked, and how often. */
const works = [
  { file: 'clothing10.zip', modality: 'IMAGE', ways: 5, shots: 5, queries: 15, draws: 1 },
  { file: 'caltech101.zip', modality: 'IMAGE', ways: 5, shots: 5, queries: 15, draws: 1 },
  { file: 'clinc150.csv', modality: 'TEXT', ways: 75, shots: 10, queries: 20, draws: 0.05 },
] as const;
type Work = (typeof works)[number];
const HEADS: readonly (HeadMethod | 'AUTO')[] = ['AUTO', 'RIDGE', 'KERNEL_RIDGE', 'CENTROID', 'LDA'];
const SETTINGS = { metric: 'COSINE', neighbours: 3, transform: 'NONE' } as const;

/** How well the largest logit tells examples of classes that a model knows from those of all others: area under the ROC curve. */
export async function foreign({ draws, json }: TrustOptions): Promise<void> {
  for (const work of works) {
    const path = outsideData(work.file);
    if (!path) continue;
    const read = await readFile(path);
    const starter = (await starterFor(work.modality)) as Starter;
    const features = cachedFeatures(starter, read.raw, Int32Array.from(read.labels.keys()), path);
    const times = Math.max(3, Math.round(draws * work.draws));
    for (const method of HEADS) {
      const found: Found = { head: [], model: [] };
      for (let i = 0; i < times; i++) {
        const { support, known, others } = draw(features, read.labels, work, i);
        const { head, settings } = chooseHead(support, { ...SETTINGS, method }, work.modality);
        const alone = fitHead(settings, support);
        found.head.push(separation(alone, known, others));
        found.model.push(separation(head, known, others));
      }
      report(work, { backbone: starter.name, method, times }, found, json);
    }
  }
}

/** Areas under the curve, draw by draw: of the head by itself, and of the model as it is served. */
interface Found {
  readonly head: number[];
  readonly model: number[];
}

/** A support set of some classes, more examples of them, and as many of the other classes. */
function draw(features: Matrix, labels: Int32Array, { ways, shots, queries }: Work, seed: number) {
  const random = randomFrom(derivedSeed(37, seed));
  const rows = rowsByClass(labels);
  const rowsOfClass = (k: number) => Int32Array.from(rows.get(k) ?? []);
  const usable = [...rows.keys()].filter((k) => rowsOfClass(k).length > shots);
  const order = [...drawn(Int32Array.from(usable), usable.length, random)];
  const of = (k: number, count: number) => {
    const own = rowsOfClass(k);
    return [...drawn(own, Math.min(count, own.length), random)];
  };
  const own = order.slice(0, ways).map((k) => of(k, shots + queries));
  const asked = own.flatMap((each) => each.slice(shots));
  const all = order.slice(ways).flatMap((k) => of(k, queries));
  const fitted = own.flatMap((each) => each.slice(0, shots));
  const support: Support = {
    features: rowsOf(features, fitted),
    labels: Int32Array.from(fitted, (_, i) => Math.floor(i / shots)),
    ways,
  };
  return {
    support,
    known: rowsOf(features, asked),
    others: rowsOf(features, drawn(Int32Array.from(all), Math.min(all.length, asked.length), random)),
  };
}

function separation(head: FittedHead, known: Matrix, others: Matrix): number {
  const largest = (m: Matrix) => {
    const logits = head.logits(m);
    return Array.from({ length: m.rows }, (_, i) => Math.max(...rowOf(logits, i)));
  };
  const [own, foreignOnes] = [largest(known), largest(others)];
  const scores = [...own, ...foreignOnes];
  return areaUnderRoc(
    thresholdCounts(
      scores,
      scores.map((_, i) => (i < own.length ? 1 : 0)),
    ),
  );
}

function report(
  { file, ways, shots }: Work,
  { backbone, method, times }: { readonly backbone: string; readonly method: string; readonly times: number },
  found: Found,
  json: boolean,
): void {
  const [head, model] = [meanFigure(found.head, 'EPISODES'), meanFigure(found.model, 'EPISODES')];
  const line = { work: 'foreign', data: file, backbone, ways, shots, draws: times, method, head, model };
  if (json) console.log(JSON.stringify(line));
  else
    console.log(
      `${file}, ${backbone.split(',')[0]}, ${ways}-way ${shots}-shot, ${method}: by the head alone ${text(head)}, by the model ${text(model)}, ${times} draws`,
    );
}

const text = ({ value, high }: Figure): string => `${value.toFixed(3)} ± ${(high - value).toFixed(3)}`;
