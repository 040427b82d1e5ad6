import type { Packed } from '../engine/program.js';
import { inputShape } from '../inputs/input-shape.js';
import type { InputSpec } from '../inputs/input-spec.js';
import type { Classifier } from '../methods/classifier.js';
import type { InitialWeights } from '../networks/initial-weights.js';
import type { Activation, Layer, Network } from '../networks/layer.js';
import { count, layerShapes } from '../networks/shapes.js';

/** Moving statistics follow slowly: episodes differ from one to the next more than mini-batches do. */
export const MOMENTUM = 0.98;

/**
 * Blocks of 3x3 convolution, batch normalisation, 2x2 max-pooling and ReLU, flattened (Vinyals 2016). The maximum of a
 * ReLU is the ReLU of the maximum, so pooling first gives the same features with a quarter of the work. The pixel
 * `background`, 0…255, becomes zero, as what convolutions see around a picture is. Blocks of the numbers `unpooled`, from 1, do
 * not pool.
 */
export function convolutionalBackbone(
  inputShape: readonly number[],
  filters: readonly number[],
  background: number,
  unpooled: readonly number[] = [],
): Network {
  let side = Math.min(inputShape[0] as number, inputShape[1] as number);
  const blocks = filters.flatMap((width, i): Layer[] => {
    const block = i + 1;
    const pool = side >= 2 && !unpooled.includes(block);
    if (pool) side = Math.floor(side / 2);
    return [
      {
        kind: 'conv2d',
        name: `conv${block}`,
        filters: width,
        kernel: 3,
        padding: 'same',
        activation: 'linear',
        bias: false,
      },
      { kind: 'batchNorm', name: `norm${block}`, epsilon: 1e-5, momentum: MOMENTUM },
      ...(pool ? [{ kind: 'maxPool', name: `pool${block}`, size: 2, strides: 2 } as const] : []),
      { kind: 'activation', name: `relu${block}`, activation: 'relu' },
    ];
  });
  return {
    inputShape,
    layers: [
      { kind: 'rescale', name: 'rescale', factor: 1 / 255, offset: -background / 255 },
      ...blocks,
      { kind: 'flatten', name: 'flatten' },
    ],
  };
}

/** Fully connected layers of the given widths; the last is linear, so that features may have either sign. */
export function denseBackbone(input: InputSpec, widths: readonly number[]): Network {
  const shape = inputShape(input);
  const image = input.modality === 'IMAGE';
  return {
    inputShape: shape,
    layers: [
      ...(image ? [{ kind: 'rescale', name: 'rescale', factor: 1 / 255 } as const] : []),
      ...(shape.length > 1 ? [{ kind: 'flatten', name: 'flatten' } as const] : []),
      ...widths.map((units, i): Layer => {
        const activation: Activation = i + 1 < widths.length ? 'relu' : 'linear';
        return { kind: 'dense', name: `dense${i + 1}`, units, activation };
      }),
    ],
  };
}

const UNIT_LENGTH = 10;
const UNIT = 'unit_length';

/** The backbone with flat features, each example's brought to length 10. */
export const withUnitFeatures = (backbone: Network): Network =>
  backbone.layers.some(({ name }) => name === UNIT)
    ? backbone
    : {
        ...backbone,
        layers: [
          ...backbone.layers,
          { kind: 'l2Normalize', name: UNIT },
          { kind: 'rescale', name: 'longer', factor: UNIT_LENGTH },
        ],
      };

/**
 * What gives the features of a model: its network without its head, which is what was fitted as one, a layer that keeps examples or
 * the last dense one; of a meta-model, which has no classes and no head, all of it. Throws RangeError where a classifier does not have such a layer.
 */
export function withoutHead({ network, classes }: Pick<Classifier, 'network' | 'classes'>): Network {
  if (classes.length === 0) return network;
  const own = network.layers.findIndex(({ name }) => name.startsWith(`${HEAD}_`));
  if (own >= 0) return { ...network, layers: network.layers.slice(0, own) };
  if (['neighbours', 'cache'].includes(network.layers.at(-1)?.kind ?? ''))
    return { ...network, layers: network.layers.slice(0, -1) };
  const last = network.layers.findLastIndex(({ kind }) => kind === 'dense');
  if (last < 0)
    throw new RangeError('The model does not end in a dense layer, so it has no head to take off.');
  const hidden = network.layers[last - 1]?.name === HIDDEN ? 1 : 0;
  return { ...network, layers: network.layers.slice(0, last - hidden) };
}

/** The backbone with one dense layer `scores` of class logits behind it, or with a hidden one of so many units between. */
export const withHead = (backbone: Network, classes: number, hidden = 0): Network =>
  withLayers(backbone, [
    ...(hidden > 0 ? [{ kind: 'dense', name: HIDDEN, units: hidden, activation: 'relu' } as const] : []),
    { kind: 'dense', name: HEAD, units: classes, activation: 'linear' },
  ]);

/** The backbone, made flat, with these layers behind it. */
export function withLayers(backbone: Network, head: readonly Layer[]): Network {
  const names = new Set(backbone.layers.map(({ name }) => name));
  const flat = featureShape(backbone).length === 1;
  return {
    ...backbone,
    layers: [
      ...backbone.layers,
      ...(flat ? [] : [{ kind: 'flatten', name: names.has('flatten') ? 'features' : 'flatten' } as const]),
      ...head,
    ],
  };
}

/** Name of the layer that turns features into class logits; those of a head before it begin with it and `_`. */
export const HEAD = 'scores';
/** Name of a layer of the head before it. */
export const HIDDEN = 'relations';

const featureShape = (network: Network): readonly number[] =>
  layerShapes(network).at(-1)?.outputShape ?? network.inputShape;

/** Length of the feature vector of one example. */
export const featureCount = (network: Network): number => count(featureShape(network));

/** All arrays, parted into what is trained and the network's moving averages. */
export function learnedAndMoving(
  network: Network,
  weights: Readonly<Record<string, Packed>>,
): InitialWeights {
  const { state } = weightsOf(network, weights);
  const learned = Object.entries(weights).filter(([name]) => !(name in state));
  return { parameters: Object.fromEntries(learned), state };
}

/** Those of the arrays that belong to the network's layers. */
export function weightsOf(
  network: Network,
  weights: Readonly<Record<string, Packed>>,
): { parameters: Record<string, Packed>; state: Record<string, Packed> } {
  const pick = (kind: 'parameters' | 'state') =>
    Object.fromEntries(
      layerShapes(network).flatMap((shape) =>
        Object.keys(shape[kind]).map((name) => {
          const full = `${shape.layer.name}/${name}`;
          return [full, weights[full] as Packed];
        }),
      ),
    );
  return { parameters: pick('parameters'), state: pick('state') };
}
