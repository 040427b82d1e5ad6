import type { Packed } from '../engine/program.js';
import { kerasLayer } from './keras-layer.js';
import { type Network, withoutNearness } from './layer.js';
import { layerShapes } from './shapes.js';

/** A model in the layers format of TensorFlow.js: model.json as an object, and the bytes of weights.bin in order. */
export interface TfjsLayersModel {
  readonly modelJson: Readonly<Record<string, unknown>>;
  readonly weights: readonly Uint8Array[];
}

/** Whether stock TensorFlow.js has all layers of a network. */
export function isStock(network: Network): boolean {
  try {
    withoutNearness(network).layers.forEach(kerasLayer);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Exports a classifier so that `tf.loadLayersModel` of stock TensorFlow.js reads it; its output is probabilities. */
export function tfjsLayersModel(whole: Network, weights: Readonly<Record<string, Packed>>): TfjsLayersModel {
  const network = withoutNearness(whole);
  const arrays = layerShapes(network).flatMap(({ layer, parameters, state }) =>
    [...Object.keys(parameters), ...Object.keys(state)].map((name) => ({
      name: `${layer.name}/${kerasName(layer.kind, name)}`,
      array: weights[`${layer.name}/${name}`] as Packed,
    })),
  );
  const config = {
    name: 'kshot',
    layers: topology(network),
    input_layers: [['input', 0, 0]],
    output_layers: [['probabilities', 0, 0]],
  };
  return {
    modelJson: {
      format: 'layers-model',
      generatedBy: 'kshot',
      convertedBy: null,
      modelTopology: { class_name: 'Model', config, keras_version: '2.2.4', backend: 'tensor_flow.js' },
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

function kerasName(kind: string, name: string): string {
  if (name === 'mean' || name === 'variance') return `moving_${name}`;
  return kind === 'depthwiseConv2d' && name === 'kernel' ? 'depthwise_kernel' : name;
}

/** The layers as a functional model, each with what flows into it. */
function topology(network: Network): Record<string, unknown>[] {
  const input = {
    class_name: 'InputLayer',
    name: 'input',
    inbound_nodes: [],
    config: {
      batch_input_shape: [null, ...network.inputShape],
      dtype: 'float32',
      sparse: false,
      name: 'input',
    },
  };
  let previous = 'input';
  const layers = network.layers.map((layer) => {
    const before = layer.from ?? previous;
    const inbound = layer.kind === 'add' ? [before, layer.with] : [before];
    previous = layer.name;
    return { ...kerasLayer(layer), name: layer.name, inbound_nodes: [inbound.map(node)] };
  });
  const softmax = {
    class_name: 'Activation',
    name: 'probabilities',
    config: { name: 'probabilities', activation: 'softmax' },
    inbound_nodes: [[node(previous)]],
  };
  return [input, ...layers, softmax];
}

const node = (name: string): unknown[] => [name, 0, 0, {}];
