import type { Layer } from './layer.js';

interface KerasLayer {
  readonly class_name: string;
  readonly config: Record<string, unknown>;
}

/** A layer as Keras and TensorFlow.js describe it. Throws RangeError for what stock TensorFlow.js does not have. */
export function kerasLayer(layer: Layer): KerasLayer {
  const keras = (class_name: string, config: Record<string, unknown> = {}): KerasLayer => ({
    class_name,
    config: { name: layer.name, trainable: true, ...config },
  });
  switch (layer.kind) {
    case 'rescale':
      return keras('Rescaling', { scale: layer.factor, offset: layer.offset ?? 0 });
    case 'flatten':
      return keras('Flatten');
    case 'dense':
      return keras('Dense', { units: layer.units, activation: layer.activation, use_bias: true });
    case 'dropout':
      return keras('Dropout', { rate: layer.rate });
    case 'conv2d':
    case 'depthwiseConv2d':
      return keras(layer.kind === 'conv2d' ? 'Conv2D' : 'DepthwiseConv2D', {
        ...(layer.kind === 'conv2d' ? { filters: layer.filters } : { depth_multiplier: 1 }),
        kernel_size: square(layer.kernel),
        strides: square(layer.strides ?? 1),
        padding: layer.padding,
        activation: layer.activation,
        use_bias: layer.bias,
      });
    case 'batchNorm':
      return keras('BatchNormalization', { axis: -1, epsilon: layer.epsilon, momentum: layer.momentum });
    case 'activation':
      return keras('Activation', { activation: layer.activation });
    case 'leakyRelu':
      return keras('LeakyReLU', { alpha: layer.slope });
    case 'maxPool':
    case 'avgPool':
      return keras(layer.kind === 'maxPool' ? 'MaxPooling2D' : 'AveragePooling2D', {
        pool_size: square(layer.size),
        strides: square(layer.strides),
        padding: layer.padding ?? 'valid',
      });
    case 'globalAvgPool':
      return keras('GlobalAveragePooling2D');
    case 'zeroPad':
      return keras('ZeroPadding2D', { padding: [[...layer.vertical], [...layer.horizontal]] });
    case 'add':
      return keras('Add');
    case 'embedding':
    case 'layerNorm':
    case 'attention':
    case 'gather':
    case 'firstToken':
    case 'lastToken':
    case 'layerScale':
    case 'attentionPool':
    case 'meanTokens':
    case 'window':
    case 'l2Normalize':
    case 'looks':
    case 'averageLooks':
    case 'poses':
    case 'joinPoses':
    case 'neighbours':
    case 'cache':
    case 'nearness':
    case 'standardise':
    case 'signedRoot':
    case 'squares':
    case 'project':
    case 'ranks':
    case 'concat':
    case 'forest':
    case 'mean':
    case 'log':
      throw new RangeError(
        `Layer ${layer.name} is of the kind ${layer.kind}, which stock TensorFlow.js has no layer for. Download the SavedModel.`,
      );
  }
}

const square = (size: number): number[] => [size, size];
