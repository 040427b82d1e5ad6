import { type Described, dense, plain } from './described.js';
import type { Layer, Network, Padding } from './layer.js';
import { POSES } from './poses.js';
import { flat, image } from './shape-checks.js';
import { tokenShapes } from './transformers/token-shapes.js';

/** What one layer gives and holds. Weights that training moves are parameters; moving averages are state. */
export interface LayerShape extends Described {
  readonly layer: Layer;
  readonly inputShape: readonly number[];
}

/** The shapes through a network. Throws RangeError naming the layer that does not fit. */
export function layerShapes(network: Network): LayerShape[] {
  const outputs = new Map<string, readonly number[]>();
  let shape = network.inputShape;
  return network.layers.map((layer) => {
    if (layer.from) {
      shape = earlier(layer, layer.from, outputs);
    }
    const described = { layer, inputShape: shape, ...shapesOf(layer, shape, outputs) };
    shape = described.outputShape;
    if (shape.some((size) => size < 1)) {
      throw new RangeError(
        `Layer ${layer.name} leaves nothing of an input of ${described.inputShape.join(' x ')}. Use larger images or fewer blocks.`,
      );
    }
    outputs.set(layer.name, shape);
    return described;
  });
}

function shapesOf(
  layer: Layer,
  shape: readonly number[],
  outputs: ReadonlyMap<string, readonly number[]>,
): Described {
  switch (layer.kind) {
    case 'flatten':
      return plain([count(shape)]);
    case 'dense':
      return dense(shape, layer.units);
    case 'embedding':
    case 'gather':
    case 'layerNorm':
    case 'layerScale':
    case 'attention':
    case 'attentionPool':
    case 'firstToken':
    case 'lastToken':
    case 'meanTokens':
    case 'window':
      return tokenShapes(layer, shape);
    case 'conv2d':
    case 'depthwiseConv2d':
      return convolution(layer, shape);
    case 'batchNorm': {
      const channels = [shape.at(-1) as number];
      const parameters = { gamma: channels, beta: channels };
      return { outputShape: shape, parameters, state: { mean: channels, variance: channels } };
    }
    case 'maxPool':
    case 'avgPool': {
      const [height, width, channels] = image(layer, shape);
      const pooled = (size: number) => slid(size, layer.size, layer.strides, layer.padding ?? 'valid');
      return plain([pooled(height), pooled(width), channels]);
    }
    case 'globalAvgPool':
      return plain([image(layer, shape)[2]]);
    case 'zeroPad': {
      const [height, width, channels] = image(layer, shape);
      return plain([height + sum(layer.vertical), width + sum(layer.horizontal), channels]);
    }
    case 'joinPoses':
      return plain([POSES * flat(layer, shape)]);
    case 'neighbours':
    case 'cache': {
      const [dim, { examples, classes }] = [flat(layer, shape), layer];
      const state: Record<string, readonly number[]> =
        layer.kind === 'neighbours'
          ? { features: [examples, dim], mean: [dim], labels: [examples, classes] }
          : { means: [dim, classes], keys: [examples, dim], values: [examples, classes] };
      return { outputShape: [classes], parameters: {}, state };
    }
    case 'nearness': {
      const [dim, classes] = [flat(layer, shape), layer.classes];
      if (earlier(layer, layer.with, outputs).join() !== String(classes))
        throw new RangeError(`Layer ${layer.name} needs logits of ${classes} classes.`);
      return { outputShape: [classes], parameters: {}, state: { mean: [dim], means: [dim, classes] } };
    }
    case 'standardise': {
      const own = [flat(layer, shape)];
      return { outputShape: shape, parameters: {}, state: { mean: own, scale: own } };
    }
    case 'project':
      return {
        outputShape: [layer.units],
        parameters: {},
        state: { matrix: [flat(layer, shape), layer.units] },
      };
    case 'ranks':
      return { outputShape: shape, parameters: {}, state: { sorted: [flat(layer, shape), layer.kept] } };
    case 'forest': {
      const { trees, nodes, classes } = layer;
      flat(layer, shape);
      const state = { roots: [trees], splits: [nodes, 4], shares: [nodes, classes] };
      return { outputShape: [classes], parameters: {}, state };
    }
    case 'concat':
      return joined(layer, earlier(layer, layer.with, outputs), shape);
    case 'mean': {
      const [first, ...others] = layer.of.map((name) => earlier(layer, name, outputs));
      if (!first || others.some((other) => other.join() !== first.join()))
        throw new RangeError(`Layer ${layer.name} needs earlier outputs of one shape.`);
      return plain(first);
    }
    case 'add':
      if (outputs.get(layer.with)?.join() !== shape.join()) {
        throw new RangeError(
          `Layer ${layer.name} adds ${layer.with}, which is not an earlier layer with an output of ${shape.join(' x ')}.`,
        );
      }
      return plain(shape);
    default:
      return plain(shape);
  }
}

/** Features side by side, of examples or of tokens. */
function joined(layer: Layer, first: readonly number[], second: readonly number[]): Described {
  const places = second.slice(0, -1);
  if (first.slice(0, -1).join() !== places.join() || first.length !== second.length)
    throw new RangeError(
      `Layer ${layer.name} joins ${first.join(' x ')} and ${second.join(' x ')}, which have other places.`,
    );
  return plain([...places, (first.at(-1) as number) + (second.at(-1) as number)]);
}

function earlier(
  layer: Layer,
  name: string,
  outputs: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const shape = outputs.get(name);
  if (!shape)
    throw new RangeError(`Layer ${layer.name} takes the output of ${name}, which is not an earlier layer.`);
  return shape;
}

function convolution(
  layer: Extract<Layer, { kind: 'conv2d' | 'depthwiseConv2d' }>,
  shape: readonly number[],
): Described {
  const [height, width, channels] = image(layer, shape);
  const slide = (size: number) => slid(size, layer.kernel, layer.strides ?? 1, layer.padding);
  const filters = layer.kind === 'conv2d' ? layer.filters : channels;
  const kernel = [layer.kernel, layer.kernel, channels, layer.kind === 'conv2d' ? layer.filters : 1];
  return {
    outputShape: [slide(height), slide(width), filters],
    parameters: { kernel, ...(layer.bias ? { bias: [filters] } : {}) },
    state: {},
  };
}

const sum = ([a, b]: readonly [number, number]): number => a + b;
const slid = (size: number, window: number, strides: number, padding: Padding): number =>
  padding === 'same' ? Math.ceil(size / strides) : Math.floor((size - window) / strides) + 1;

export const count = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** Number of trained weights. */
export const parameterCount = (network: Network): number =>
  layerShapes(network).reduce(
    (total, layer) => total + Object.values(layer.parameters).reduce((n, shape) => n + count(shape), 0),
    0,
  );
