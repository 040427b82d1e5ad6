import { headTuningOptions, keptHeadChoices } from './head-options.js';
import { choice, type Option } from './option.js';

/** How a pretrained model is brought to a small set. */
export const transferOptions = [
  {
    name: 'method',
    label: 'Method',
    group: 'Method',
    kind: 'CHOICE',
    type: 'TransferMethod',
    default: 'RIDGE',
    description: 'What is made of the features of the pretrained model.',
    choices: [
      choice(
        'AUTO',
        'Best by cross-validation',
        'Compares the heads that suit the data on held-out folds and keeps the best.',
      ),
      ...keptHeadChoices,
      choice(
        'FINE_TUNE',
        'Fine-tune',
        'Trains the network itself further: best from ten or more examples a class.',
      ),
    ],
  },
  ...headTuningOptions,
  {
    name: 'tuned',
    label: 'What is trained',
    group: 'Fine-tuning',
    kind: 'CHOICE',
    type: 'Tuned',
    default: 'ALL',
    description: 'The new head always is.',
    when: { option: 'method', values: ['FINE_TUNE'] },
    choices: [
      choice('ALL', 'Everything', 'All layers.'),
      choice('LAST', 'Last layers', 'The last layers that have weights.'),
      choice('NORMALISATION', 'Normalisation', 'Scales and shifts of batch normalisation only.'),
    ],
  },
  {
    name: 'lastLayers',
    label: 'Last layers',
    group: 'Fine-tuning',
    kind: 'INT',
    default: 2,
    minimum: 1,
    maximum: 1000,
    description: 'Layers with weights, counted from the end of the backbone.',
    when: { option: 'tuned', values: ['LAST'] },
  },
  {
    name: 'towardsPretrained',
    label: 'Hold to pretrained weights',
    group: 'Fine-tuning',
    kind: 'FLOAT',
    default: 0.01,
    minimum: 0,
    maximum: 1000,
    advanced: true,
    description: 'Weight of half the squared distance to the pretrained weights (L2-SP, Li 2018); 0 lets go.',
    when: { option: 'method', values: ['FINE_TUNE'] },
  },
] as const satisfies readonly Option[];
