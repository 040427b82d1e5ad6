import type { LinearHead, Support } from '../head.js';
import type { HeadKind } from '../head-kind.js';
import { linearLayers, linearNumbers } from '../head-layers.js';
import { logisticHead } from '../linear/logistic.js';
import { gradientTolerance, type Precision, penaltyWithin } from '../linear/penalty-within.js';

const fitted = (support: Support, penalty: number, precision: Precision, start?: LinearHead) =>
  logisticHead(support, penalty, undefined, { tolerance: gradientTolerance(support, precision), start });

const penaltyFor = (support: Support): number => penaltyWithin(support, 'PENALTY', fitted);

export const logisticKind: HeadKind<'LOGISTIC'> = {
  name: 'LOGISTIC',
  title: 'Logistic regression',
  description: 'Linear, its penalty chosen by cross-validation.',
  whenToUse: 'Five or more examples to a class, where probabilities matter.',
  paper: 'Tian 2020, arXiv:2003.11539',
  options: ['penalty'],
  penaltyFor,
  fit: (support, { penalty, roughly }) =>
    linearLayers(fitted(support, penalty || penaltyFor(support), roughly ? 'ROUGH' : 'EXACT')),
  storedNumbers: linearNumbers,
};
