import type { Support } from '../head.js';
import type { HeadKind } from '../head-kind.js';
import { linearLayers, linearNumbers } from '../head-layers.js';
import { gradientTolerance, type Precision, penaltyWithin } from '../linear/penalty-within.js';
import { prototypeHead } from '../nearness/prototype-head.js';

const fitted = (support: Support, penalty: number, precision: Precision) =>
  prototypeHead(support, penalty, { tolerance: gradientTolerance(support, precision) });

const penaltyFor = (support: Support): number => penaltyWithin(support, 'PENALTY', fitted);

export const prototypeHeadKind: HeadKind<'PROTOTYPE_HEAD'> = {
  name: 'PROTOTYPE_HEAD',
  title: 'Prototype head',
  description: 'Starts as the class means and is fitted, held near them.',
  whenToUse: 'One to ten examples to a class.',
  paper: 'Triantafillou 2020, arXiv:1903.03096',
  options: ['penalty'],
  penaltyFor,
  fit: (support, { penalty }) => linearLayers(fitted(support, penalty || penaltyFor(support), 'EXACT')),
  storedNumbers: linearNumbers,
};
