import { HEAD } from '../../meta/backbone.js';
import { matrix } from '../algebra/matrix.js';
import type { HeadKind } from '../head-kind.js';
import { keptNumbers, packed } from '../head-layers.js';
import { kernelRidge, SHARPNESS } from '../linear/kernel-ridge.js';

export const kernelRidgeKind: HeadKind<'KERNEL_RIDGE'> = {
  name: 'KERNEL_RIDGE',
  title: 'Kernel ridge',
  description:
    'Ridge by nearness to every example, which are kept: for many classes, and classes that are not one cluster each.',
  whenToUse: 'Many classes, or five to a hundred examples to a class; slow above a few thousand examples.',
  paper: 'Saunders, Gammerman and Vovk 1998 (ICML)',
  options: ['penalty'],
  // A cache whose values are fitted, without class means beside it.
  fit(support, { penalty }) {
    const { features, ways } = support;
    const { keys, values, scores } = kernelRidge(support, penalty || undefined);
    const sizes = { examples: features.rows, classes: ways, sharpness: SHARPNESS, scale: 1 };
    return {
      layers: [{ kind: 'cache', name: HEAD, ...sizes }],
      arrays: {
        [`${HEAD}/means`]: packed(matrix(features.columns, ways)),
        [`${HEAD}/keys`]: packed(keys),
        [`${HEAD}/values`]: packed(values),
      },
      logits: scores,
    };
  },
  storedNumbers: keptNumbers,
};
