import type { Layer, Network } from './layer.js';

/** What one layer gives and holds. Weights that training moves are parameters; moving averages are state. */
export interface LayerShape {
  readonly layer: Layer;
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
  /** Shapes of the trained arrays, by name within the layer. */
  readonly parameters: Readonly<Record<string, readonly number[]>>;
  readonly state: Readonly<Record<string, readonly number[]>>;
}

/** The shapes through a network. Throws RangeError naming the layer that does not fit. */
export function layerShapes(network: Network): LayerShape[] {
  let shape = network.inputShape;
  return network.layers.map((layer) => {
    const described = { layer, inputShape: shape, ...shapesOf(layer, shape) };
    shape = described.outputShape;
    if (shape.some((size) => size < 1)) {
      throw new RangeError(
        `Layer ${layer.name} leaves nothing of an input of ${described.inputShape.join(' x ')}. Use larger images or fewer blocks.`,
      );
    }
    return described;
  });
}

function shapesOf(
  layer: Layer,
  shape: readonly number[],
): Pick<LayerShape, 'outputShape' | 'parameters' | 'state'> {
  const plain = (outputShape: readonly number[]) => ({ outputShape, parameters: {}, state: {} });
  switch (layer.kind) {
    case 'flatten':
      return plain([count(shape)]);
    case 'dense':
      if (shape.length !== 1)
        throw new RangeError(`Layer ${layer.name} needs a flat input, not ${shape.join(' x ')}.`);
      return {
        outputShape: [layer.units],
        parameters: { kernel: [shape[0] as number, layer.units], bias: [layer.units] },
        state: {},
      };
    case 'conv2d': {
      const [height, width, channels] = image(layer, shape);
      const trim = layer.padding === 'same' ? 0 : layer.kernel - 1;
      return {
        outputShape: [height - trim, width - trim, layer.filters],
        parameters: {
          kernel: [layer.kernel, layer.kernel, channels, layer.filters],
          ...(layer.bias ? { bias: [layer.filters] } : {}),
        },
        state: {},
      };
    }
    case 'batchNorm': {
      const channels = [shape.at(-1) as number];
      return {
        outputShape: shape,
        parameters: { gamma: channels, beta: channels },
        state: { mean: channels, variance: channels },
      };
    }
    case 'maxPool': {
      const [height, width, channels] = image(layer, shape);
      const pooled = (size: number): number => Math.floor((size - layer.size) / layer.strides) + 1;
      return plain([pooled(height), pooled(width), channels]);
    }
    default:
      return plain(shape);
  }
}

function image(layer: Layer, shape: readonly number[]): [number, number, number] {
  if (shape.length !== 3)
    throw new RangeError(`Layer ${layer.name} needs height x width x channels, not ${shape.join(' x ')}.`);
  return [shape[0] as number, shape[1] as number, shape[2] as number];
}

export const count = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** Number of trained weights. */
export const parameterCount = (network: Network): number =>
  layerShapes(network).reduce(
    (sum, layer) => sum + Object.values(layer.parameters).reduce((n, shape) => n + count(shape), 0),
    0,
  );
