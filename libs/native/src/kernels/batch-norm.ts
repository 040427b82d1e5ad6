import {
  type KernelConfig,
  type NamedAttrMap,
  reshape,
  type Tensor,
  tensor1d,
  tidy,
} from '@tensorflow/tfjs-core';
import { DT } from '../graph/dtype.js';
import { attr, execute } from './execute.js';

const attrsOf = (attrs: NamedAttrMap | undefined) => [
  attr('T', 'type', DT.float32),
  attr('U', 'type', DT.float32),
  attr('epsilon', 'float', attrs!.epsilon),
  attr('is_training', 'bool', true),
  attr('data_format', 'string', 'NHWC'),
];

/** The op wants rank 4. */
function asImage(x: Tensor): Tensor {
  const channels = x.shape.at(-1)!;
  return x.rank === 4 ? x : reshape(x, [x.size / channels, 1, 1, channels]);
}

const shaped = (y: Tensor, like: Tensor) => (y.rank === like.rank ? y : reshape(y, like.shape));

/** FusedBatchNormV3. Its own variance output is divided by n − 1; the reserved one by n. */
export const batchNormKernel: KernelConfig = {
  kernelName: 'BatchNormTraining',
  backendName: 'tensorflow',
  kernelFunc: ({ inputs, attrs, backend }) =>
    tidy(() => {
      const { x, gamma, beta } = inputs as Record<'x' | 'gamma' | 'beta', Tensor>;
      const none = tensor1d([]);
      const image = asImage(x);
      const outputs = execute(
        backend,
        'FusedBatchNormV3',
        attrsOf(attrs),
        [image, gamma, beta, none, none],
        6,
      );
      return [shaped(outputs[0]!, x), outputs[3]!, outputs[4]!, outputs[5]!];
    }),
};

export const batchNormGradKernel: KernelConfig = {
  kernelName: 'BatchNormTrainingGrad',
  backendName: 'tensorflow',
  kernelFunc: ({ inputs, attrs, backend }) =>
    tidy(() => {
      const { dy, x, gamma, mean, variance, reserve } = inputs as Record<string, Tensor>;
      const all = [asImage(dy!), asImage(x!), gamma, mean, variance, reserve];
      const [dx, dgamma, dbeta] = execute(backend, 'FusedBatchNormGradV3', attrsOf(attrs), all, 5);
      return [shaped(dx!, x!), dgamma!, dbeta!];
    }),
};
