import type { HeadKind } from '../head-kind.js';
import { linearLayers, linearNumbers } from '../head-layers.js';
import { ridgeByLeaveOneOut, ridgeHead } from '../linear/ridge.js';

export const ridgeKind: HeadKind<'RIDGE'> = {
  name: 'RIDGE',
  title: 'Ridge',
  description: 'Linear, in closed form, its penalty chosen by leave-one-out. A sound default.',
  whenToUse: 'Two to fifty examples to a class. The default.',
  paper: 'Rifkin 2007; Bertinetto 2019, arXiv:1805.08136',
  options: ['penalty'],
  penaltyFor: (support) => ridgeByLeaveOneOut(support).penalty,
  fit: (support, { penalty }) =>
    linearLayers(penalty ? ridgeHead(support, penalty) : ridgeByLeaveOneOut(support)),
  storedNumbers: linearNumbers,
  rule: (support, { penalty }) => ({
    kind: 'RIDGE_WITH_INTERCEPT',
    penalty: penalty || ridgeByLeaveOneOut(support).penalty,
  }),
};
