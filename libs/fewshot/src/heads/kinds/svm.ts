import type { Support } from '../head.js';
import type { HeadKind } from '../head-kind.js';
import { linearLayers, linearNumbers } from '../head-layers.js';
import { linearSvm } from '../linear/linear-svm.js';
import { type Precision, penaltyWithin } from '../linear/penalty-within.js';

const fitted = (support: Support, cost: number, precision: Precision) =>
  linearSvm(support, cost, { tolerance: precision === 'EXACT' ? 1e-4 : 1e-2 });

const penaltyFor = (support: Support): number => penaltyWithin(support, 'COST', fitted);

export const svmKind: HeadKind<'SVM'> = {
  name: 'SVM',
  title: 'Linear SVM',
  description: 'One margin for each class, its cost chosen by cross-validation.',
  whenToUse: 'Five or more examples to a class, features that separate well.',
  paper: 'Hsieh 2008; Lee 2019, arXiv:1904.03758',
  options: ['penalty'],
  penaltyFor,
  fit: (support, { penalty, roughly }) =>
    linearLayers(fitted(support, penalty || penaltyFor(support), roughly ? 'ROUGH' : 'EXACT')),
  storedNumbers: linearNumbers,
};
