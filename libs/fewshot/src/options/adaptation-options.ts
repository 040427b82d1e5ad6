import { adaptationNames, methodsWith, ownHeadNames } from '../meta/meta-methods.js';
import type { Option } from './option.js';

/** How methods that adapt by gradient steps do so. */
export const adaptationOptions = [
  {
    name: 'innerSteps',
    label: 'Inner steps',
    group: 'Adaptation',
    kind: 'INT',
    default: 1,
    minimum: 1,
    maximum: 20,
    description: 'Gradient steps on the support set while training.',
    when: { option: 'method', values: adaptationNames },
  },
  {
    name: 'testInnerSteps',
    label: 'Inner steps in use',
    group: 'Adaptation',
    kind: 'INT',
    default: 1,
    minimum: 1,
    maximum: 100,
    description:
      'Gradient steps on the support set when evaluating and building sub-models; best as many as while training.',
    when: { option: 'method', values: adaptationNames },
  },
  {
    name: 'innerRate',
    label: 'Inner rate',
    group: 'Adaptation',
    kind: 'FLOAT',
    default: 0.4,
    minimum: 1e-6,
    maximum: 10,
    description: 'Size of an inner step, or where a learnt one starts.',
    when: { option: 'method', values: adaptationNames },
  },
  {
    name: 'supportStatistics',
    label: 'Normalise by the support',
    group: 'Adaptation',
    kind: 'BOOLEAN',
    default: true,
    advanced: true,
    description:
      'Batch normalisation of queries uses the statistics of their support set, while training and in use (Bronskill 2020): the two do not differ, and no query sees another. Kept averages of a pretrained model come first.',
    when: { option: 'method', values: ownHeadNames },
  },
  {
    name: 'unitFeatures',
    label: 'Features of one length',
    group: 'Adaptation',
    kind: 'BOOLEAN',
    default: true,
    advanced: true,
    description:
      'Brings the features of each example to length 10 before the head. One inner step from a head of zeros then compares by cosine, and no class wins by long features alone.',
    when: { option: 'method', values: ownHeadNames },
  },
  {
    name: 'secondOrder',
    label: 'Second order',
    group: 'Adaptation',
    kind: 'BOOLEAN',
    default: true,
    description: 'Differentiate through the inner steps; off is the cheaper first-order form.',
    when: { option: 'method', values: methodsWith('secondOrder') },
  },
  {
    name: 'learnRates',
    label: 'Learn inner rates',
    group: 'Adaptation',
    kind: 'BOOLEAN',
    default: false,
    advanced: true,
    description: 'One learnt rate for each array of weights (Antoniou 2019).',
    when: { option: 'method', values: methodsWith('learnRates') },
  },
  {
    name: 'transductive',
    label: 'Transductive normalisation',
    group: 'Adaptation',
    kind: 'BOOLEAN',
    default: false,
    advanced: true,
    description:
      'Batch normalisation may use the statistics of the queries together, as the first MAML papers did. Such accuracies are not comparable with others.',
    when: { option: 'method', values: adaptationNames },
  },
] as const satisfies readonly Option[];
