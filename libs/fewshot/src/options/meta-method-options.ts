import { metaMethods, methodsWith } from '../meta/meta-methods.js';
import { inputOptions } from './input-options.js';
import { choice, type Option } from './option.js';
import { residualChoices } from './residual-choices.js';

/** The method, and what turns an example into features. */
export const metaMethodOptions = [
  {
    name: 'method',
    label: 'Method',
    group: 'Method',
    kind: 'CHOICE',
    type: 'MetaMethod',
    default: 'PROTONET',
    description: 'How a few examples become a classifier.',
    choices: metaMethods.map(({ name, title, description }) => choice(name, title, description)),
  },
  {
    name: 'backbone',
    label: 'Backbone',
    group: 'Network',
    kind: 'CHOICE',
    type: 'Backbone',
    default: 'CONVOLUTIONS',
    description:
      'What turns an example into features. A pretrained model, where one is given, takes its place.',
    choices: [
      choice(
        'CONVOLUTIONS',
        'Convolutions',
        'Blocks of convolution, normalisation and pooling: pictures only.',
      ),
      choice('DENSE', 'Dense', 'Fully connected layers: tables and texts.'),
      ...residualChoices,
    ],
  },
  {
    name: 'filters',
    label: 'Filters',
    group: 'Network',
    kind: 'INTS',
    default: [64, 64, 64, 64],
    minimum: 1,
    maximum: 1024,
    maximumLength: 8,
    description: 'Filters of each convolutional block; four blocks of 64 are Conv-4.',
    when: { option: 'backbone', values: ['CONVOLUTIONS'] },
  },
  {
    name: 'unpooled',
    label: 'Blocks without pooling',
    group: 'Network',
    kind: 'INTS',
    default: [],
    minimum: 1,
    maximum: 8,
    maximumLength: 8,
    advanced: true,
    description:
      'Numbers of the blocks, from 1, that do not halve the picture: features then keep more of where things are, and cost more.',
    when: { option: 'backbone', values: ['CONVOLUTIONS'] },
  },
  {
    name: 'widths',
    label: 'Layers',
    group: 'Network',
    kind: 'INTS',
    default: [128, 64],
    minimum: 1,
    maximum: 4096,
    maximumLength: 8,
    unit: 'units',
    description: 'Units of each layer; the last gives the features.',
    when: { option: 'backbone', values: ['DENSE'] },
  },
  {
    name: 'poses',
    label: 'Eight poses at use',
    group: 'Network',
    kind: 'BOOLEAN',
    default: false,
    description:
      'Once trained, the model sees each picture turned and mirrored in all eight ways and compares pose with pose: better with rotated and mirrored classes, eight times the time of a prediction. Training and its validation see one.',
    when: { option: 'method', values: methodsWith('poses') },
  },
  {
    name: 'mahalanobis',
    label: 'Mahalanobis distance',
    group: 'Network',
    kind: 'BOOLEAN',
    default: false,
    description:
      'Directions in which examples of one class differ count less, by the covariance of the support within its classes, shrunk (Bateni 2020, with one covariance for all classes). With one example of each class nothing changes.',
    when: { option: 'method', values: methodsWith('mahalanobis') },
  },
  ...inputOptions,
] as const satisfies readonly Option[];
