import { DomainError } from '@kshot/domain';
import type { Layer, Packed } from '@kshot/fewshot';
import type { ForeignModel } from '../foreign-model.js';
import { affineOf } from './affine.js';
import { activationOf, fusedParts, pooling, type Read, weighted } from './graph-layers.js';
import { type GraphNode, inputsOf, unread } from './graph-node.js';
import { networkBuilder } from './network-builder.js';

/** Ops that hand on their first input. */
const passing = new Set(['Identity', 'StopGradient', 'CheckNumerics', 'PreventGradient']);
const adding = new Set(['Add', 'AddV2']);

/**
 * The graph of a classifier as one of our networks: from its output back to its one placeholder, each op a layer, constants
 * their weights. Throws DATA_FORMAT naming the node that cannot be read.
 */
export function graphNetwork(
  nodes: readonly GraphNode[],
  constants: ReadonlyMap<string, Packed>,
): ForeignModel {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const readers = new Map<string, number>();
  for (const node of nodes)
    for (const input of inputsOf(node)) readers.set(input, (readers.get(input) ?? 0) + 1);
  const builder = networkBuilder();
  /** The layer that holds a node's output; '' is the input. */
  const outputs = new Map<string, string>();
  const open = new Set<string>();

  const constantOf = (name: string): Packed | undefined => {
    let node = byName.get(name);
    for (let turn = 0; node && passing.has(node.op) && turn < nodes.length; turn++)
      node = byName.get(inputsOf(node)[0] ?? '');
    return node && constants.get(node.name);
  };

  function flat(node: GraphNode, input: string): string {
    const shape = builder.shapeAt(input);
    if (node.op === 'Squeeze' && shape.slice(0, -1).some((size) => size !== 1))
      throw unread(node, 'more than one place');
    if (node.op === 'Reshape' && rankOf(node) !== 2) throw unread(node, 'a shape that is not flat');
    if (shape.length === 1) return input;
    return builder.put(node, input, {
      layers: [{ kind: 'flatten', name: builder.named('flatten') }],
      weights: {},
    });
  }

  /** Length of the shape that is asked for, which may be put together from parts. */
  function rankOf(node: GraphNode): number | undefined {
    const shape = inputsOf(node)[1] ?? '';
    const parts = byName.get(shape);
    return parts?.op === 'Pack' ? inputsOf(parts).length : constantOf(shape)?.values.length;
  }

  function layerOf(node: GraphNode): string {
    const [source = '', ...others] = inputsOf(node);
    const name = builder.named(node.op.replace(/^_?Fused|Native$/g, '').toLowerCase());
    const one = (layer: Layer, own: Read['weights'] = {}) =>
      builder.put(node, visit(source), { layers: [layer], weights: own });
    const fixed = (place: number): Packed => {
      const found = constantOf(others[place] ?? '');
      if (!found) throw unread(node, 'weights that are not constant');
      return found;
    };
    const activation = activationOf(node, node.op, name);
    if (activation) return one(activation);
    switch (node.op) {
      case 'Conv2D':
      case '_FusedConv2D':
      case 'DepthwiseConv2dNative':
      case 'FusedDepthwiseConv2dNative':
      case 'MatMul':
      case '_FusedMatMul': {
        const { adds, activation: after } = fusedParts(node, name);
        // A sum with another layer may be fused as a bias, too.
        const bias = adds ? constantOf(others[1] ?? '') : undefined;
        const [input, other] = [visit(source), adds && !bias ? visit(others[1] ?? '') : undefined];
        const flatInput = builder.shapeAt(input).length === 1;
        builder.put(node, input, weighted(node, name, fixed(0), bias, flatInput));
        if (other !== undefined) builder.putSum(node, name, other);
        return after
          ? builder.put(node, builder.previous(), { layers: [after], weights: {} })
          : builder.previous();
      }
      case 'FusedBatchNorm':
      case 'FusedBatchNormV2':
      case 'FusedBatchNormV3': {
        const epsilon = node.attr.epsilon?.f ?? 1e-4;
        const own = ['gamma', 'beta', 'mean', 'variance'].map((array, i) => [`${name}/${array}`, fixed(i)]);
        return one({ kind: 'batchNorm', name, epsilon, momentum: 0.99 }, Object.fromEntries(own));
      }
      case 'MaxPool':
        return one(pooling(node, name));
      case 'AvgPool': {
        const [layer, places] = [pooling(node, name), builder.shapeAt(visit(source)).slice(0, 2)];
        const whole = layer.padding === 'valid' && places.every((size) => size === layer.size);
        return one(whole ? { kind: 'globalAvgPool', name } : layer);
      }
      case 'Mean': {
        const axes = [...fixed(0).values].map((axis) => (axis < 0 ? axis + 4 : axis)).sort();
        // Kept places of size 1 are as good as none: what follows takes features.
        if (axes.join() !== '1,2') throw unread(node, 'axes that are not the places of a picture');
        return one({ kind: 'globalAvgPool', name });
      }
      case 'Pad':
      case 'PadV2': {
        const [a, b, top, bottom, left, right, c, d] = [...fixed(0).values] as number[];
        const value = others[1] ? Number(fixed(1).values[0]) : 0;
        if (a || b || c || d || value !== 0) throw unread(node, 'padding other than zeros around a picture');
        return one({
          kind: 'zeroPad',
          name,
          vertical: [top ?? 0, bottom ?? 0],
          horizontal: [left ?? 0, right ?? 0],
        });
      }
      case 'Squeeze':
      case 'Reshape':
        return flat(node, visit(source));
      default:
        throw new DomainError(
          'DATA_FORMAT',
          `Node "${node.name}" is a ${node.op}, which is not read. Read are: convolution, depthwise, products with weights, pooling, normalisation, activation, padding, flatten and residual add.`,
        );
    }
  }

  function visit(name: string): string {
    const known = outputs.get(name);
    if (known !== undefined) return known;
    const node = byName.get(name);
    if (!node)
      throw new DomainError('DATA_FORMAT', `The graph has no node "${name}". Export the model again.`);
    if (open.has(name)) throw unread(node, 'itself among its inputs');
    open.add(name);
    const output = read(node);
    outputs.set(name, output);
    return output;
  }

  function read(node: GraphNode): string {
    const [a = '', b = ''] = inputsOf(node);
    if (node.op === 'Placeholder') {
      builder.takes((node.attr.shape?.shape?.dim ?? []).slice(1).map(({ size }) => size));
      return '';
    }
    if (passing.has(node.op)) return visit(a);
    const [left, right] = [constantOf(a), constantOf(b)];
    const commutes = node.op === 'Mul' || adding.has(node.op);
    const constant = right ?? (commutes ? left : undefined);
    const map = constant && affineOf(node.op, constant);
    const source = right ? a : b;
    if (map) return builder.putAffine(node, visit(source), map, readers.get(source) === 1);
    if (adding.has(node.op)) return builder.putSum(node, visit(a), visit(b));
    return layerOf(node);
  }

  const last = outputOf(nodes, readers);
  visit(last.name);
  return builder.built();
}

/** The one node whose output nobody takes. */
function outputOf(nodes: readonly GraphNode[], readers: ReadonlyMap<string, number>): GraphNode {
  const ends = nodes.filter(({ name, op }) => !readers.has(name) && op !== 'Const' && op !== 'NoOp');
  if (ends.length === 1) return ends[0] as GraphNode;
  throw new DomainError(
    'DATA_FORMAT',
    `The graph has ${ends.length} outputs. Only classifiers with one are read.`,
  );
}
