import { DomainError } from '@kshot/domain';
import type { Layer, Network } from '@kshot/fewshot';
import { type KerasLayer, kerasLayers } from './keras-config.js';
import { layerOf } from './keras-layer.js';
import { withoutSoftmax } from './without-softmax.js';

/**
 * A Keras model as one of our networks: layers one after another, and branches that end in additions. A closing softmax is
 * taken off, since our networks give logits. Throws DATA_FORMAT naming the layer that does not fit.
 */
export function kerasNetwork(json: string): Network {
  const keras = kerasLayers(json);
  const layers: Layer[] = [];
  /** What our layer is called that holds a Keras layer's output; the input is called ''. */
  const outputs = new Map<string, string>();
  let previous = '';
  for (const layer of keras) {
    const inputs = layer.inputs.map((name) => outputs.get(name));
    const ours = layer.kind === 'Add' ? residual(layer, inputs, previous) : branched(layer, inputs, previous);
    if (ours) {
      layers.push(ours);
      previous = ours.name;
    }
    // A layer that does nothing passes on what it takes.
    outputs.set(layer.name, ours ? previous : (inputs[0] ?? previous));
  }
  return { inputShape: inputShape(keras), layers: withoutSoftmax(layers) };
}

/** The layer, with the earlier one that it takes its input from where that is not the one before it. */
function branched(
  layer: KerasLayer,
  inputs: readonly (string | undefined)[],
  previous: string,
): Layer | undefined {
  const [from = previous, ...others] = inputs;
  if (others.length > 0 || (from === '' && previous !== '')) {
    throw new DomainError(
      'DATA_FORMAT',
      `Layer "${layer.name}" ${others.length > 0 ? 'joins branches' : 'begins a branch at the input'}, which is not read. Branches may begin behind any layer and end in an Add.`,
    );
  }
  const ours = layerOf(layer);
  return ours && from !== previous ? { ...ours, from } : ours;
}

function residual(layer: KerasLayer, inputs: readonly (string | undefined)[], previous: string): Layer {
  const other = inputs.find((name) => name !== previous);
  if (inputs.length !== 2 || !inputs.includes(previous) || !other) {
    throw new DomainError(
      'DATA_FORMAT',
      `Layer "${layer.name}" adds more than a layer and one before it, which is not read.`,
    );
  }
  return { kind: 'add', name: layer.name, with: other };
}

/** The shape of the first layer that names one; layers before it pass on what they take. */
function inputShape(layers: readonly KerasLayer[]): number[] {
  const shape = layers
    .slice(0, 8)
    .map(({ config }) => config.batch_shape ?? config.batch_input_shape)
    .find(Array.isArray);
  const example = Array.isArray(shape) ? shape.slice(1) : [];
  if (![1, 3].includes(example.length) || !example.every((size) => Number.isInteger(size) && size > 0)) {
    throw new DomainError(
      'DATA_FORMAT',
      'The model names no fixed input of features, or of height, width and channels. Give its Input a whole shape.',
    );
  }
  return example as number[];
}
