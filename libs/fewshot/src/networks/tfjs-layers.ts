import type { Packed } from '../engine/program.js';
import type { Layer, Network } from './layer.js';
import { layerShapes } from './shapes.js';

/** A model in the layers format of TensorFlow.js: model.json as an object, and the bytes of weights.bin in order. */
export interface TfjsLayersModel {
  readonly modelJson: Readonly<Record<string, unknown>>;
  readonly weights: readonly Uint8Array[];
}

/** Exports a classifier so that `tf.loadLayersModel` of stock TensorFlow.js reads it; its output is probabilities. */
export function tfjsLayersModel(
  network: Network,
  weights: Readonly<Record<string, Packed>>,
): TfjsLayersModel {
  const layers = [
    ...network.layers.map(kerasLayer),
    keras('Activation', 'probabilities', { activation: 'softmax' }),
  ];
  Object.assign(layers[0]!.config, { batch_input_shape: [null, ...network.inputShape] });
  const arrays = layerShapes(network).flatMap(({ layer, parameters, state }) =>
    [...Object.keys(parameters), ...Object.keys(state)].map((name) => ({
      name: `${layer.name}/${kerasName(name)}`,
      array: weights[`${layer.name}/${name}`] as Packed,
    })),
  );
  return {
    modelJson: {
      format: 'layers-model',
      generatedBy: 'kshot',
      convertedBy: null,
      modelTopology: {
        class_name: 'Sequential',
        config: { name: 'kshot', layers },
        keras_version: '2.2.4',
        backend: 'tensor_flow.js',
      },
      weightsManifest: [
        {
          paths: ['weights.bin'],
          weights: arrays.map(({ name, array }) => ({ name, shape: array.shape, dtype: 'float32' })),
        },
      ],
    },
    weights: arrays.map(
      ({ array: { values } }) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    ),
  };
}

const kerasName = (name: string): string =>
  name === 'mean' || name === 'variance' ? `moving_${name}` : name;

interface KerasLayer {
  readonly class_name: string;
  readonly config: Record<string, unknown>;
}
const keras = (class_name: string, name: string, config: Record<string, unknown> = {}): KerasLayer => ({
  class_name,
  config: { name, trainable: true, ...config },
});

function kerasLayer(layer: Layer): KerasLayer {
  switch (layer.kind) {
    case 'rescale':
      return keras('Rescaling', layer.name, { scale: layer.factor, offset: 0 });
    case 'flatten':
      return keras('Flatten', layer.name);
    case 'dense':
      return keras('Dense', layer.name, { units: layer.units, activation: layer.activation, use_bias: true });
    case 'dropout':
      return keras('Dropout', layer.name, { rate: layer.rate });
    case 'conv2d':
      return keras('Conv2D', layer.name, {
        filters: layer.filters,
        kernel_size: [layer.kernel, layer.kernel],
        strides: [1, 1],
        padding: layer.padding,
        activation: layer.activation,
        use_bias: layer.bias,
      });
    case 'batchNorm':
      return keras('BatchNormalization', layer.name, {
        axis: -1,
        epsilon: layer.epsilon,
        momentum: layer.momentum,
      });
    case 'activation':
      return keras('Activation', layer.name, { activation: layer.activation });
    case 'maxPool':
      return keras('MaxPooling2D', layer.name, {
        pool_size: [layer.size, layer.size],
        strides: [layer.strides, layer.strides],
        padding: 'valid',
      });
  }
}
