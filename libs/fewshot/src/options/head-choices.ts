import { choice, type Option } from './option.js';

/** Heads that transfers and evaluations describe alike. */
export const headChoices = {
  CENTROID: choice(
    'CENTROID',
    'Nearest centroid',
    'The nearest class mean (SimpleShot, Wang 2019): no training.',
  ),
  KERNEL_RIDGE: choice(
    'KERNEL_RIDGE',
    'Kernel ridge',
    'Ridge by nearness to every example, which are kept: for many classes, and classes that are not one cluster each.',
  ),
  LDA: choice(
    'LDA',
    'Linear discriminant',
    'Class means, by how examples vary around them: a covariance that is shrunk as far as they are few.',
  ),
  LOGISTIC: choice('LOGISTIC', 'Logistic regression', 'Linear, its penalty chosen by cross-validation.'),
  SVM: choice('SVM', 'Linear SVM', 'One margin for each class, its cost chosen by cross-validation.'),
  PROTOTYPE_HEAD: choice(
    'PROTOTYPE_HEAD',
    'Prototype head',
    'Starts as the class means and is fitted, held near them.',
  ),
};

export const neighboursOption = {
  name: 'neighbours',
  label: 'Neighbours',
  group: 'Method',
  kind: 'INT',
  default: 3,
  minimum: 1,
  maximum: 1000,
  description: 'How many of the nearest examples vote.',
  when: { option: 'method', values: ['NEAREST_NEIGHBOURS'] },
} as const satisfies Option;
