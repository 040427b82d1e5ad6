import { inputOptions } from './input-options.js';
import { choice, type Option } from './option.js';
import { residualChoices } from './residual-choices.js';

/** The networks that can be trained from nothing, and how examples enter them. */
export const networkOptions = [
  {
    name: 'network',
    label: 'Network',
    group: 'Network',
    kind: 'CHOICE',
    type: 'Network',
    default: 'DENSE',
    description: 'What turns an example into class scores.',
    choices: [
      choice('DENSE', 'Dense', 'Fully connected layers: tables, texts and small pictures.'),
      choice(
        'CONV4',
        'Conv-4',
        'Four blocks of convolution, batch normalisation and pooling (Vinyals 2016): pictures only.',
      ),
      ...residualChoices,
    ],
  },
  {
    name: 'widths',
    label: 'Hidden layers',
    group: 'Network',
    kind: 'INTS',
    default: [128, 64],
    minimum: 1,
    maximum: 4096,
    maximumLength: 8,
    unit: 'units',
    description: 'Units of each hidden layer.',
    when: { option: 'network', values: ['DENSE'] },
  },
  {
    name: 'activation',
    label: 'Activation',
    group: 'Network',
    kind: 'CHOICE',
    type: 'Activation',
    default: 'RELU',
    advanced: true,
    description: 'What makes the hidden layers non-linear.',
    when: { option: 'network', values: ['DENSE'] },
    choices: [
      choice('RELU', 'ReLU', 'max(x, 0)'),
      choice('TANH', 'tanh', 'Between −1 and 1.'),
      choice('SIGMOID', 'Sigmoid', 'Between 0 and 1.'),
      choice('ELU', 'ELU', 'ReLU with a smooth negative side.'),
    ],
  },
  {
    name: 'dropout',
    label: 'Dropout',
    group: 'Network',
    kind: 'FLOAT',
    default: 0,
    minimum: 0,
    maximum: 0.95,
    description: 'Share of hidden units silenced at random in each step.',
    when: { option: 'network', values: ['DENSE'] },
  },
  {
    name: 'filters',
    label: 'Filters',
    group: 'Network',
    kind: 'INT',
    default: 64,
    minimum: 1,
    maximum: 512,
    description: 'Filters of each convolution.',
    when: { option: 'network', values: ['CONV4'] },
  },
  ...inputOptions,
] as const satisfies readonly Option[];
