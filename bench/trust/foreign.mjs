import {
  areaUnderRoc,
  chooseHead,
  derivedSeed,
  drawn,
  fitHead,
  matrix,
  meanFigure,
  randomFrom,
  rowOf,
  rowsOf,
  thresholdCounts,
} from '@kshot/fewshot';
import { readFile } from '../accuracy/files/read-file.mjs';
import { backboneFor, cachedFeatures } from '../advisor/features.mjs';
import { outsideData } from '../frame/outside-data.ts';

/** Classes that are known, examples of each that are fitted on and asked, and how often. */
const works = [
  { file: 'clothing10.zip', modality: 'IMAGE', ways: 5, shots: 5, queries: 15, draws: 1 },
  { file: 'caltech101.zip', modality: 'IMAGE', ways: 5, shots: 5, queries: 15, draws: 1 },
  { file: 'clinc150.csv', modality: 'TEXT', ways: 75, shots: 10, queries: 20, draws: 0.05 },
];
const HEADS = ['AUTO', 'RIDGE', 'KERNEL_RIDGE', 'CENTROID', 'LDA'];
const SETTINGS = { metric: 'COSINE', neighbours: 3, transform: 'NONE' };

/** How well the largest logit tells examples of classes that a model knows from those of all others: area under the ROC curve. */
export async function foreign({ draws, json }) {
  for (const work of works) {
    const path = outsideData(work.file);
    if (!path) continue;
    const read = await readFile(path);
    const backbone = await backboneFor(work.modality);
    const features = cachedFeatures(backbone, read.raw, Int32Array.from(read.labels.keys()), path);
    const times = Math.max(3, Math.round(draws * work.draws));
    for (const method of HEADS) {
      const found = { head: [], model: [] };
      for (let i = 0; i < times; i++) {
        const { support, known, others } = draw(features, read.labels, work, i);
        const { head, settings } = chooseHead(support, { ...SETTINGS, method }, work.modality);
        const alone = fitHead(settings, support);
        found.head.push(separation(alone, known, others));
        found.model.push(separation(head, known, others));
      }
      report({ ...work, backbone: backbone.name, method, times }, found, json);
    }
  }
}

/** A support set of some classes, more examples of them, and as many of the other classes. */
function draw(features, labels, { ways, shots, queries }, seed) {
  const random = randomFrom(derivedSeed(37, seed));
  const rows = new Map();
  for (const [i, k] of labels.entries()) if (k >= 0) rows.set(k, [...(rows.get(k) ?? []), i]);
  const usable = [...rows.keys()].filter((k) => rows.get(k).length > shots);
  const order = [...drawn(Int32Array.from(usable), usable.length, random)];
  const of = (k, count) => [
    ...drawn(Int32Array.from(rows.get(k)), Math.min(count, rows.get(k).length), random),
  ];
  const own = order.slice(0, ways).map((k) => of(k, shots + queries));
  const asked = own.flatMap((each) => each.slice(shots));
  const all = order.slice(ways).flatMap((k) => of(k, queries));
  return {
    support: {
      features: rowsOf(
        features,
        own.flatMap((each) => each.slice(0, shots)),
      ),
      labels: Int32Array.from({ length: ways * shots }, (_, i) => Math.floor(i / shots)),
      ways,
    },
    known: rowsOf(features, asked),
    others: rowsOf(features, drawn(Int32Array.from(all), Math.min(all.length, asked.length), random)),
  };
}

function separation(head, known, others) {
  const largest = (m) => {
    const logits = head.logits(m.rows > 0 ? m : matrix(0, m.columns));
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

function report({ file, ways, shots, backbone, method, times }, found, json) {
  const [head, model] = [found.head, found.model].map((values) => meanFigure(values, 'EPISODES'));
  const line = { work: 'foreign', data: file, backbone, ways, shots, draws: times, method, head, model };
  if (json) console.log(JSON.stringify(line));
  else
    console.log(
      `${file}, ${backbone.split(',')[0]}, ${ways}-way ${shots}-shot, ${method}: by the head alone ${told(head)}, by the model ${told(model)}, ${times} draws`,
    );
}

const told = ({ value, high }) => `${value.toFixed(3)} ± ${(high - value).toFixed(3)}`;
