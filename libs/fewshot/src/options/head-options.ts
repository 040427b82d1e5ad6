import type { HeadTuning } from '../heads/head-kind.js';
import { type HeadMethod, headKinds } from '../heads/head-kinds.js';
import { choice, type Option, type SettingsOf } from './option.js';

const chosen = headKinds.map(({ name, title, description }) => choice(name, title, description));

/** Choices of every head that can be kept as a model. */
export const keptHeadChoices = headKinds
  .filter(({ transductive }) => !transductive)
  .map(({ name, title, description }) => choice(name, title, description));

const withOption = (option: keyof HeadTuning): HeadMethod[] =>
  headKinds.filter(({ options }) => options.includes(option)).map(({ name }) => name);

/** Names of all heads, as far as an option that counts for heads only is concerned. */
export const headNames: readonly string[] = headKinds.map(({ name }) => name);

/** What every head can be told, in transfers and evaluations alike. */
export const headTuningOptions = [
  {
    name: 'transform',
    label: 'Features',
    group: 'Method',
    kind: 'CHOICE',
    type: 'FeatureTransform',
    default: 'NONE',
    description: 'What is done to features first; fitted on the training examples of each fold or episode.',
    when: { option: 'method', values: ['AUTO', ...headNames] },
    choices: [
      choice('NONE', 'As they are', 'Leaves features unchanged.'),
      choice('L2N', 'Length 1', 'Each divided by its length.'),
      choice('CL2N', 'Centred, length 1', 'The mean subtracted, then length 1 (SimpleShot).'),
      choice('POWER', 'Square root, length 1', 'Signed square root, then length 1 (Hu 2021).'),
      choice('STANDARDISED', 'Standardised', 'Each column to mean 0 and variance 1.'),
      choice('WHITENED', 'Whitened', 'Variance 1 in all directions, by a shrunk covariance (Ledoit 2004).'),
    ],
  },
  {
    name: 'looks',
    label: 'Looks at a picture',
    group: 'Method',
    kind: 'CHOICE',
    type: 'Looks',
    default: 'ONE',
    description:
      'How often the backbone sees each picture. Six looks cost six times the time, in use too, and are worth most for few, small photos.',
    when: { option: 'method', values: ['AUTO', ...headNames] },
    choices: [
      choice('ONE', 'One', 'The picture as it is.'),
      choice('SIX', 'Six', 'Also mirrored, its middle enlarged, and coarser; features are averaged.'),
    ],
  },
  {
    name: 'metric',
    label: 'Distance',
    group: 'Method',
    kind: 'CHOICE',
    type: 'CentroidMetric',
    default: 'COSINE',
    description: 'What near means.',
    when: { option: 'method', values: withOption('metric') },
    choices: [
      choice('EUCLID', 'Euclidean', 'Distance between features.'),
      choice('COSINE', 'Cosine', 'Angle between features: their length does not count.'),
    ],
  },
  {
    name: 'neighbours',
    label: 'Neighbours',
    group: 'Method',
    kind: 'INT',
    default: 3,
    minimum: 1,
    maximum: 1000,
    description: 'How many of the nearest examples vote.',
    when: { option: 'method', values: withOption('neighbours') },
  },
  {
    name: 'penalty',
    label: 'Penalty',
    group: 'Method',
    kind: 'FLOAT',
    default: 0,
    minimum: 0,
    maximum: 1e9,
    advanced: true,
    description:
      'Weight of the penalty, of the SVM the cost; 0 chooses it within the training examples (kernel ridge: 0.1).',
    when: { option: 'method', values: withOption('penalty') },
  },
] as const satisfies readonly Option[];

/** A head on features that were computed once: what a candidate of an evaluation can set. */
export const headOptions = [
  {
    name: 'method',
    label: 'Method',
    group: 'Method',
    kind: 'CHOICE',
    type: 'HeadMethod',
    default: 'RIDGE',
    description: 'What turns features into class scores.',
    choices: chosen,
  },
  ...headTuningOptions,
] as const satisfies readonly Option[];

/** All that a candidate sets of a head. Those that were kept before a distance could be chosen lack `metric`, which was Euclidean. */
export type HeadOptionSettings = SettingsOf<typeof headOptions>;
