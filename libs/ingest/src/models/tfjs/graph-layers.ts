import type { Activation, Layer, Packed } from '@kshot/fewshot';
import { fusedOps, type GraphNode, paddingOf, squareOf, unread } from './graph-node.js';

/** Layers that a node becomes, one after another, and their arrays by `layer/array`. */
export interface Read {
  readonly layers: readonly Layer[];
  readonly weights: Readonly<Record<string, Packed>>;
}

const activations: Readonly<Record<string, Activation>> = {
  Relu: 'relu',
  Relu6: 'relu6',
  Tanh: 'tanh',
  Sigmoid: 'sigmoid',
  Elu: 'elu',
  Softmax: 'softmax',
};

/** An activation of its own; undefined where the op is none. */
export function activationOf(node: GraphNode, op: string, name: string): Layer | undefined {
  if (op === 'LeakyRelu') {
    const slope = node.attr.alpha?.f ?? node.attr.leakyrelu_alpha?.f ?? 0.2;
    return { kind: 'leakyRelu', name, slope };
  }
  const activation = activations[op];
  return activation && { kind: 'activation', name, activation };
}

/** A convolution or product with constant weights; behind means over all places a convolution is a product. */
export function weighted(
  node: GraphNode,
  name: string,
  stored: Packed,
  bias: Packed | undefined,
  flat: boolean,
): Read {
  const kernel = flat && stored.shape.length === 4 ? asMatrix(node, stored) : stored;
  const layer = layerOf(node, name, kernel, bias !== undefined);
  const weights = { [`${name}/kernel`]: kernel, ...(bias ? { [`${name}/bias`]: bias } : {}) };
  return { layers: [layer], weights: layer.kind === 'dense' ? withBias(name, kernel, weights) : weights };
}

/** What is done to the result of an op within it: whether something is added, and what activates it then. */
export function fusedParts(node: GraphNode, name: string): { adds: boolean; activation: Layer | undefined } {
  const ops = fusedOps(node);
  const adds = ops[0] === 'BiasAdd';
  const [op, ...more] = adds ? ops.slice(1) : ops;
  const activation = op ? activationOf(node, op, `${name}_activation`) : undefined;
  if (more.length > 0 || (op && !activation)) throw unread(node, `the fused ${[op, ...more].join(', ')}`);
  return { adds, activation };
}

/** Our dense layers always have a bias. */
function withBias(name: string, { shape }: Packed, weights: Read['weights']): Read['weights'] {
  const units = shape[1] as number;
  return { [`${name}/bias`]: { shape: [units], values: new Float32Array(units) }, ...weights };
}

function asMatrix(node: GraphNode, { shape, values }: Packed): Packed {
  if (shape[0] !== 1 || shape[1] !== 1 || node.op.includes('Depthwise'))
    throw unread(node, 'a window over a single place');
  return { shape: shape.slice(2), values };
}

function layerOf(node: GraphNode, name: string, { shape }: Packed, bias: boolean): Layer {
  if (shape.length === 2) {
    if (node.attr.transpose_a?.b || node.attr.transpose_b?.b) throw unread(node, 'transposed factors');
    return { kind: 'dense', name, units: shape[1] as number, activation: 'linear' };
  }
  const [height, width, , last] = shape as [number, number, number, number];
  if (height !== width) throw unread(node, 'a kernel that is not square');
  if (squareOf(node, 'dilations') !== 1) throw unread(node, 'dilations');
  const convolving = {
    name,
    kernel: height,
    strides: squareOf(node, 'strides'),
    padding: paddingOf(node),
    activation: 'linear',
    bias,
  } as const;
  if (!node.op.includes('Depthwise')) return { kind: 'conv2d', filters: last, ...convolving };
  if (last !== 1) throw unread(node, 'a depth multiplier other than 1');
  return { kind: 'depthwiseConv2d', ...convolving };
}

export function pooling(node: GraphNode, name: string): Extract<Layer, { kind: 'maxPool' | 'avgPool' }> {
  const [size, strides] = [squareOf(node, 'ksize'), squareOf(node, 'strides')];
  return {
    kind: node.op === 'MaxPool' ? 'maxPool' : 'avgPool',
    name,
    size,
    strides,
    padding: paddingOf(node),
  };
}
