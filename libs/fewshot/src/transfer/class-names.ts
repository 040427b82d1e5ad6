import type { Engine } from '../engine/program.js';
import { type Matrix, matrix, stacked } from '../heads/algebra/matrix.js';
import type { HeadSettings } from '../heads/fit-head.js';
import { fitHead } from '../heads/fit-head.js';
import { classCounts, type Support } from '../heads/head.js';
import type { InputSpec } from '../inputs/input-spec.js';
import { wilsonInterval } from '../statistics/wilson.js';
import { type Backbone, featureExtractor } from './feature-extractor.js';

/** The name of a class as words: `set_alarm` and `SetAlarm` as "set alarm". */
export const namedInWords = (name: string): string =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-./:]+/g, ' ')
    .trim()
    .toLowerCase();

/** Whether what gives features knows what words mean. */
export const readsMeaning = (input: InputSpec): boolean =>
  input.modality === 'TEXT' && Boolean(input.encoder || input.tokenizer);

/** [ways, dim] features of the names of classes by a sentence encoder; undefined where the backbone does not read meaning. */
export function nameFeatures(
  engine: Engine,
  backbone: Backbone,
  classes: readonly string[],
): Matrix | undefined {
  if (!readsMeaning(backbone.input)) return undefined;
  const extractor = featureExtractor(engine, backbone);
  try {
    const raw = { modality: 'TEXT', texts: classes.map(namedInWords) } as const;
    const { shape, values } = extractor.features(raw, Int32Array.from(classes.keys()));
    return matrix(classes.length, shape[1] as number, values);
  } finally {
    extractor.dispose();
  }
}

/** The support set with the name of each class as one more example. */
export function withNames(support: Support, names: Matrix): Support {
  const { features, labels, ways } = support;
  return {
    features: stacked(features, names),
    labels: Int32Array.from([...labels, ...Array(ways).keys()]),
    ways,
  };
}

/** Names must say so much more than chance, where no examples can be held out to compare. */
const CLEARLY = 0.25;

/** Whether some class has one example, so that nothing can be held out, and names alone tell the classes of the examples clearly better than chance does. */
export function namesSpeak(settings: HeadSettings, support: Support, names: Matrix): boolean {
  const { features, labels, ways } = support;
  if (Math.min(...classCounts(support)) > 1) return false;
  const alone = { features: names, labels: Int32Array.from(Array(ways).keys()), ways };
  const { values } = fitHead({ ...settings, method: 'CENTROID', metric: 'COSINE' }, alone).logits(features);
  let right = 0;
  for (const [i, label] of labels.entries()) {
    const row = values.subarray(i * ways, (i + 1) * ways);
    if (row.indexOf(Math.max(...row)) === label) right++;
  }
  return wilsonInterval(right, labels.length)[0] > 1 / ways + CLEARLY * (1 - 1 / ways);
}
