import { type Described, dense, plain } from '../described.js';
import type { Layer } from '../layer.js';
import { flat, image, tokens } from '../shape-checks.js';

type TokenLayer = Extract<
  Layer,
  {
    kind:
      | 'embedding'
      | 'gather'
      | 'layerNorm'
      | 'layerScale'
      | 'attention'
      | 'attentionPool'
      | 'firstToken'
      | 'lastToken'
      | 'meanTokens'
      | 'window';
  }
>;

/** The shapes of the layers that transformers are made of. Throws RangeError naming a layer that does not fit. */
export function tokenShapes(layer: TokenLayer, shape: readonly number[]): Described {
  const width = shape.at(-1) as number;
  switch (layer.kind) {
    case 'embedding': {
      const { vocabulary, positions, filled } = layer;
      const length = flat(layer, shape);
      return {
        outputShape: [filled === undefined ? length : positions, layer.width],
        parameters: { words: [vocabulary, layer.width], positions: [positions, layer.width] },
        state: {},
      };
    }
    case 'gather': {
      const [height, wide, channels] = image(layer, shape);
      const outputShape = [height * wide + (layer.bare ? 0 : 1), channels];
      const first: Described['parameters'] = layer.bare ? {} : { first: [channels] };
      return { outputShape, parameters: { ...first, positions: outputShape }, state: {} };
    }
    case 'layerNorm':
      return { outputShape: shape, parameters: { gamma: [width], beta: [width] }, state: {} };
    case 'layerScale':
      return { outputShape: shape, parameters: { gamma: [width] }, state: {} };
    case 'attention': {
      inHeads(layer, shape);
      const { parameters } = dense(shape, 3 * width);
      const distances: Described['parameters'] = layer.distances
        ? { distances: [layer.distances, layer.heads] }
        : {};
      return { outputShape: shape, parameters: { ...parameters, ...distances }, state: {} };
    }
    case 'attentionPool': {
      inHeads(layer, shape);
      const { parameters } = dense(shape, 2 * width);
      return { outputShape: [width], parameters: { query: [width], ...parameters }, state: {} };
    }
    case 'firstToken':
    case 'lastToken':
    case 'meanTokens':
      return plain([tokens(layer, shape)[1]]);
    case 'window': {
      const [length, features] = tokens(layer, shape);
      const { size, before, columns: [from, to] = [0, features] } = layer;
      const fits = 0 <= from && from < to && to <= features && 0 <= before && before < size && size <= length;
      if (!fits || ![size, before, from, to].every(Number.isInteger))
        throw new RangeError(`Layer ${layer.name} looks at tokens or features that its input does not have.`);
      return plain([length, size * (to - from)]);
    }
  }
}

function inHeads(layer: Extract<TokenLayer, { readonly heads: number }>, shape: readonly number[]): void {
  const [, width] = tokens(layer, shape);
  if (width % layer.heads !== 0)
    throw new RangeError(`Layer ${layer.name} parts ${width} features into ${layer.heads} heads.`);
}
