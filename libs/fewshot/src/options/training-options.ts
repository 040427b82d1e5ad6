import type { Option } from './option.js';

/** How long and on what a network is trained. */
export const trainingOptions = [
  {
    name: 'epochs',
    label: 'Epochs',
    group: 'Training',
    kind: 'INT',
    default: 10,
    minimum: 1,
    maximum: 10_000,
    description: 'Passes over the training examples.',
  },
  {
    name: 'batchSize',
    label: 'Batch size',
    group: 'Training',
    kind: 'INT',
    default: 32,
    minimum: 1,
    maximum: 4096,
    unit: 'examples',
    description: 'Examples in each step.',
  },
  {
    name: 'validationShare',
    label: 'Validation share',
    group: 'Training',
    kind: 'FLOAT',
    default: 0.1,
    minimum: 0,
    maximum: 0.9,
    description:
      'Share of the training part that is held out to watch over-fitting, where the split has no validation part.',
  },
  {
    name: 'patience',
    label: 'Early stopping after',
    group: 'Training',
    kind: 'INT',
    default: 0,
    minimum: 0,
    maximum: 1000,
    unit: 'epochs',
    advanced: true,
    description:
      'Epochs without a better validation loss before training stops and the best weights are kept; 0 trains to the end.',
  },
  {
    name: 'seed',
    label: 'Seed',
    group: 'Training',
    kind: 'INT',
    default: 1,
    minimum: 0,
    maximum: 2_147_483_647,
    advanced: true,
    description: 'Decides initial weights, order and masks: the same seed gives the same model.',
  },
] as const satisfies readonly Option[];
