import type { Layer } from '@kshot/fewshot';
import type { OnnxGraph, Place } from './onnx-graph.js';
import { FLOAT, INT64 } from './onnx-messages.js';

type Kind<K extends Layer['kind']> = Extract<Layer, { kind: K }>;
type Stored = Place['stored'];

const NONE = 1e-12;

/** Rows of length 1. */
export function onnxUnitRows({ node, floats, whole }: OnnxGraph, x: string): string {
  const squares = node('ReduceSum', [node('Mul', [x, x]), whole([-1])], { keepdims: 1 });
  return node('Div', [x, node('Sqrt', [node('Add', [squares, floats([NONE])])])]);
}

export function onnxCache(graph: OnnxGraph, layer: Kind<'cache'>, x: string, stored: Stored): string {
  const { node, floats } = graph;
  const unit = onnxUnitRows(graph, x);
  const cosines = node('MatMul', [unit, node('Transpose', [stored('keys')], { perm: [1, 0] })]);
  const near = node('Exp', [node('Mul', [node('Sub', [cosines, floats([1])]), floats([layer.sharpness])])]);
  const both = node('Add', [
    node('MatMul', [unit, stored('means')]),
    node('MatMul', [near, stored('values')]),
  ]);
  return node('Mul', [both, floats([layer.scale])]);
}

export function onnxNeighbours(
  { node, floats, whole }: OnnxGraph,
  layer: Kind<'neighbours'>,
  x: string,
  stored: Stored,
): string {
  const features = stored('features');
  const sum = (of: string, axis: number, keepdims: 0 | 1) =>
    node('ReduceSum', [of, whole([axis])], { keepdims });
  const centred = node('Sub', [x, stored('mean')]);
  const own = sum(node('Mul', [centred, centred]), 1, 1);
  const products = node('MatMul', [centred, node('Transpose', [features], { perm: [1, 0] })]);
  const squares = node('Add', [
    node('Sub', [own, node('Mul', [products, floats([2])])]),
    sum(node('Mul', [features, features]), 1, 0),
  ]);
  const floor = node('Add', [node('Mul', [own, floats([1e-6])]), floats([NONE])]);
  const nearest = node('TopK', [squares, whole([layer.neighbours])], { axis: -1, largest: 0 }, 2);
  const weights = node('Reciprocal', [node('Sqrt', [node('Max', [nearest, floor])])]);
  const labels = node('Gather', [stored('labels'), `${nearest}.1`]);
  const votes = sum(node('Mul', [labels, node('Unsqueeze', [weights, whole([2])])]), 1, 0);
  const shares = node('Div', [votes, sum(weights, 1, 1)]);
  return node('Log', [node('Add', [shares, floats([NONE])])]);
}

export function onnxRanks({ node, floats, whole }: OnnxGraph, x: string, stored: Stored): string {
  const own = node('Unsqueeze', [x, whole([2])]);
  const sorted = node('Unsqueeze', [stored('sorted'), whole([0])]);
  const share = (op: string) =>
    node('ReduceMean', [node('Cast', [node(op, [sorted, own])], { to: FLOAT })], { axes: [2], keepdims: 0 });
  const both = node('Add', [share('Less'), share('LessOrEqual')]);
  return node('Sub', [node('Mul', [both, floats([1.5])]), floats([1.5])]);
}

export function onnxForest(
  { node, whole }: OnnxGraph,
  layer: Kind<'forest'>,
  x: string,
  stored: Stored,
): string {
  const splits = stored('splits');
  const column = (index: number) => node('Gather', [splits, whole([index], [])], { axis: 1 });
  const asWhole = (of: string) => node('Cast', [of], { to: INT64 });
  const [features, thresholds] = [asWhole(column(0)), column(1)];
  const [low, high] = [asWhole(column(2)), asWhole(column(3))];
  const own = node('ReduceSum', [x, whole([1])], { keepdims: 1 });
  // Zeros for each example, however many there are.
  let at = node('Add', [asWhole(stored('roots')), asWhole(node('Less', [own, own]))]);
  for (let level = 0; level < layer.depth; level++) {
    const value = node('GatherElements', [x, node('Gather', [features, at])], { axis: 1 });
    const below = node('LessOrEqual', [value, node('Gather', [thresholds, at])]);
    at = node('Where', [below, node('Gather', [low, at]), node('Gather', [high, at])]);
  }
  return node('ReduceMean', [node('Gather', [stored('shares'), at])], { axes: [1], keepdims: 0 });
}
