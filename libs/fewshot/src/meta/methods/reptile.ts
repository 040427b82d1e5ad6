import * as tf from '@tensorflow/tfjs-core';
import type { Tensors } from '../../engine/program.js';
import { detach } from '../../gradients/detach.js';
import type { AdaptationMethod } from '../meta-method.js';
import { adaptAll, adaptable, headStart } from './adaptation.js';

/**
 * Reptile (Nichol 2018): the update is along w − w′, from the start to where the inner steps led. It is handed to the
 * optimiser as the gradient of ⟨w, w − w′⟩ with the second factor held constant; no inner step is differentiated.
 */
export const reptile: AdaptationMethod<'REPTILE'> = {
  name: 'REPTILE',
  title: 'Reptile',
  description: 'Moves towards adapted weights; first order (Nichol 2018).',
  whenToUse: 'As MAML, when memory is short: nothing is differentiated twice.',
  paper: 'Nichol 2018, arXiv:1803.02999',
  kind: 'ADAPTATION',
  options: [],
  ownHead: true,
  parameters: (_backbone, dim, settings) => headStart(dim, settings),
  adapt: (x, labels, start, context) =>
    adaptAll(x, labels, start, { ...context, settings: { ...context.settings, secondOrder: false } }),
  surrogate(start: Tensors, adapted: Tensors): tf.Scalar {
    const terms = adaptable(start).map((name) => {
      const [w, moved] = [start[name] as tf.Tensor, adapted[name] as tf.Tensor];
      return tf.sum(tf.mul(w, detach(tf.sub(w, moved))));
    });
    return tf.addN(terms) as tf.Scalar;
  },
};
