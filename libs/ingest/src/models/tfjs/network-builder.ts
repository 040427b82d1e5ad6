import { DomainError } from '@kshot/domain';
import { type Layer, layerShapes, type Network, type Packed } from '@kshot/fewshot';
import type { ForeignModel } from '../foreign-model.js';
import { withoutSoftmax } from '../keras/without-softmax.js';
import { type Affine, affineLayer, folded } from './affine.js';
import type { Read } from './graph-layers.js';
import { type GraphNode, unread } from './graph-node.js';

/** A network that grows layer by layer. Layers are told by their names; '' is the input. */
export interface NetworkBuilder {
  /** Sets the shape of one example. */
  takes(shape: readonly number[]): void;
  /** A name that no layer has yet. */
  named(what: string): string;
  previous(): string;
  shapeAt(layer: string): readonly number[];
  /** Puts layers behind an earlier one; gives the last of them. */
  put(node: GraphNode, input: string, read: Read): string;
  /** The same for an affine map, which goes into the weights of the layer before it where nothing else takes its output. */
  putAffine(node: GraphNode, input: string, map: Affine, alone: boolean): string;
  /** The sum of two layers. */
  putSum(node: GraphNode, a: string, b: string): string;
  /** What was built, without a closing softmax. */
  built(): ForeignModel;
}

export function networkBuilder(): NetworkBuilder {
  let inputShape: readonly number[] = [];
  let layers: Layer[] = [];
  let weights: Record<string, Packed> = {};
  let count = 0;
  const builder: NetworkBuilder = {
    takes: (shape) => {
      inputShape = shape;
    },
    named: (what) => `${what}${++count}`,
    previous: () => layers.at(-1)?.name ?? '',
    shapeAt: (name) =>
      layerShapes({ inputShape, layers }).find(({ layer }) => layer.name === name)?.outputShape ?? inputShape,
    put(node, input, read) {
      const [first, ...more] = read.layers as [Layer, ...Layer[]];
      if (input === '' && layers.length > 0) throw unread(node, 'a second branch from the input');
      layers.push(input === builder.previous() ? first : { ...first, from: input }, ...more);
      weights = { ...weights, ...read.weights };
      return builder.previous();
    },
    putAffine(node, input, map, alone) {
      const last = layers.at(-1);
      const taken = alone && last && input === last.name ? folded(last, weights, map) : undefined;
      if (taken) {
        layers = [...layers.slice(0, -1), ...taken.layers];
        weights = { ...weights, ...taken.weights };
        return input;
      }
      const shape = builder.shapeAt(input);
      const read = affineLayer(map, builder.named('scale'), shape.at(-1) as number);
      if (shape.length !== 3 && read.layers[0]?.kind !== 'rescale')
        throw unread(node, 'a number for each feature');
      return builder.put(node, input, read);
    },
    putSum(node, a, b) {
      if (a === '' || b === '') throw unread(node, 'the input as a part of a sum');
      const [main, other] = b === builder.previous() ? [b, a] : [a, b];
      const layer = { kind: 'add', name: builder.named('add'), with: other } as const;
      return builder.put(node, main, { layers: [layer], weights: {} });
    },
    built() {
      if (![1, 3].includes(inputShape.length) || !inputShape.every((size) => size > 0))
        throw new DomainError(
          'DATA_FORMAT',
          'The graph names no fixed input of features, or of height, width and channels. Export it with a whole input shape.',
        );
      const network = { inputShape, layers: withoutSoftmax(layers) };
      assertShapes(network, weights);
      return { network, weights };
    },
  };
  return builder;
}

function assertShapes(network: Network, weights: Read['weights']): void {
  for (const { layer, parameters, state } of layerShapes(network))
    for (const [array, shape] of Object.entries({ ...parameters, ...state })) {
      const found = weights[`${layer.name}/${array}`]?.shape.join(' x ') ?? 'missing';
      if (found !== shape.join(' x '))
        throw new DomainError(
          'DATA_FORMAT',
          `The ${array} of ${layer.name} is ${found}; ${shape.join(' x ')} is asked for. Export the model again.`,
        );
    }
}
