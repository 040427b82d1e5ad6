import { choice, type Option } from './option.js';

/** The objective (1/|D|) Σ L(y, f_w(x)) + λ R(w) and how it is minimised: shared by every method that fits a network. */
export const objectiveOptions = [
  {
    name: 'loss',
    label: 'Loss',
    group: 'Objective',
    kind: 'CHOICE',
    type: 'Loss',
    default: 'CROSS_ENTROPY',
    advanced: true,
    description: 'L(y, f(x)): what one wrong answer costs.',
    choices: [
      choice('CROSS_ENTROPY', 'Cross-entropy', 'Minus the log of the probability given to the right class.'),
      choice(
        'MEAN_SQUARED_ERROR',
        'Mean squared error',
        'Squared difference of the probabilities to the one-hot label (Brier).',
      ),
    ],
  },
  {
    name: 'regularizer',
    label: 'Regulariser R(w)',
    group: 'Objective',
    kind: 'CHOICE',
    type: 'Regularizer',
    default: 'NONE',
    description: 'What keeps weights small; biases are left free.',
    choices: [
      choice('NONE', 'None', 'No penalty.'),
      choice('L2', 'L2', 'Half the sum of squares: many small weights.'),
      choice('L1', 'L1', 'Sum of magnitudes: many weights near zero.'),
      choice('ELASTIC', 'Elastic', 'A mix of L1 and L2.'),
    ],
  },
  {
    name: 'lambda',
    label: 'λ',
    group: 'Objective',
    kind: 'FLOAT',
    default: 0.0001,
    minimum: 0,
    maximum: 100,
    description: 'Weight of the penalty.',
    when: { option: 'regularizer', values: ['L2', 'L1', 'ELASTIC'] },
  },
  {
    name: 'elasticMix',
    label: 'Share of L1',
    group: 'Objective',
    kind: 'FLOAT',
    default: 0.5,
    minimum: 0,
    maximum: 1,
    advanced: true,
    description: '0 is pure L2, 1 pure L1.',
    when: { option: 'regularizer', values: ['ELASTIC'] },
  },
  {
    name: 'classWeights',
    label: 'Class weights',
    group: 'Objective',
    kind: 'CHOICE',
    type: 'ClassWeights',
    default: 'NONE',
    description: 'Whether rare classes count as much as frequent ones.',
    choices: [
      choice('NONE', 'None', 'Each example counts the same.'),
      choice(
        'BALANCED',
        'Balanced',
        'Each class counts the same: weight n / (classes × examples of the class).',
      ),
    ],
  },
] as const satisfies readonly Option[];
