import * as tf from '@tensorflow/tfjs-core';
import type { Tensors } from '../../engine/program.js';
import { detach } from '../../gradients/detach.js';
import type { AdaptationMethod } from '../meta-method.js';
import { adaptAll, adaptable, headStart } from './adaptation.js';

/**
 * Reptile (Nichol 2018): the update is along w − w′, from the start to where the inner steps led. It is handed to the
 * optimiser as the gradient of ⟨w, w − w′⟩ with the second factor held constant; no inner step is differentiated.
 */
export const reptile: AdaptationMethod = {
  kind: 'ADAPTATION',
  parameters: (_backbone, dim, settings) => headStart(dim, settings),
  adapt: adaptAll,
  surrogate(start: Tensors, adapted: Tensors): tf.Scalar {
    const terms = adaptable(start).map((name) => {
      const [w, moved] = [start[name] as tf.Tensor, adapted[name] as tf.Tensor];
      return tf.sum(tf.mul(w, detach(tf.sub(w, moved))));
    });
    return tf.addN(terms) as tf.Scalar;
  },
};
