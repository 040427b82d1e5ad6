import * as tf from '@tensorflow/tfjs-core';
import type { Engine, Packed } from '../engine/program.js';
import { type Matrix, matrix } from '../heads/matrix.js';
import { weightsOf } from '../meta/backbone.js';
import { featuresOfRows } from '../meta/episode-accuracies.js';
import { FEATURE_BATCH } from '../meta/episode-queries.js';
import { tensors } from '../meta/meta-program.js';
import { featuresOf } from '../meta/pass.js';
import type { Network } from '../networks/layer.js';

/** Examples [n, …] through a backbone with its trained averages: [n, dim]. */
export function backboneFeatures(
  engine: Engine,
  network: Network,
  weights: Readonly<Record<string, Packed>>,
  x: Packed,
): Matrix {
  const arrays = weightsOf(network, weights);
  const [parameters, state] = [tensors(arrays.parameters), tensors(arrays.state)];
  const program = engine.program({
    parameters,
    state,
    data: { x },
    queries: {
      features: {
        feeds: { rows: { shape: [FEATURE_BATCH], dtype: 'int32' } },
        outputs: (learned, { state: moving, data, feeds }) => {
          const chosen = tf.gather(data.x as tf.Tensor, feeds.rows as tf.Tensor1D);
          return { features: featuresOf(network, learned, moving, chosen, false).features };
        },
      },
    },
  });
  tf.dispose([Object.values(parameters), Object.values(state)]);
  try {
    const rows = Int32Array.from({ length: x.shape[0] as number }, (_, row) => row);
    const { features, dim } = featuresOfRows(program, rows);
    return matrix(rows.length, dim, features);
  } finally {
    program.dispose();
  }
}
