import type { Layer, Packed } from '@kshot/fewshot';
import { onnxActivation } from './onnx-activation.js';
import type { Mapping, OnnxGraph, Place } from './onnx-graph.js';
import { onnxCache, onnxForest, onnxNeighbours, onnxRanks, onnxUnitRows } from './onnx-kept.js';
import { onnxTokens } from './onnx-tokens.js';

type Mappings = { readonly [K in Layer['kind']]?: Mapping<Extract<Layer, { kind: K }>> };

/** Pictures are height x width x channels here and channels first in ONNX. */
const channelsFirst = ({ node }: OnnxGraph, x: string, map: (x: string) => string): string =>
  node('Transpose', [map(node('Transpose', [x], { perm: [0, 3, 1, 2] }))], { perm: [0, 2, 3, 1] });

const padded = (padding: 'same' | 'valid' | undefined) => (padding === 'same' ? 'SAME_UPPER' : 'VALID');

const convolution: Mapping<Extract<Layer, { kind: 'conv2d' | 'depthwiseConv2d' }>> = (layer, x, place) => {
  const { graph, stored, array } = place;
  const deep = layer.kind === 'depthwiseConv2d';
  const kernel = graph.node('Transpose', [stored('kernel')], { perm: deep ? [2, 3, 0, 1] : [3, 2, 0, 1] });
  const strides = [layer.strides ?? 1, layer.strides ?? 1];
  const group = deep ? (array('kernel').shape[2] as number) : 1;
  const attributes = { auto_pad: padded(layer.padding), strides, group };
  const scores = channelsFirst(graph, x, (first) => graph.node('Conv', [first, kernel], attributes));
  const shifted = layer.bias ? graph.node('Add', [scores, stored('bias')]) : scores;
  return onnxActivation(graph, layer.activation, shifted);
};

const pooling =
  (op: string): Mapping<Extract<Layer, { kind: 'maxPool' | 'avgPool' }>> =>
  ({ size, strides, padding }, x, { graph }) =>
    channelsFirst(graph, x, (first) =>
      graph.node(op, [first], {
        kernel_shape: [size, size],
        strides: [strides, strides],
        auto_pad: padded(padding),
      }),
    );

export const onnxLayers: Mappings = {
  ...onnxTokens,
  rescale: ({ factor, offset = 0 }, x, { graph: { node, floats } }) =>
    node('Add', [node('Mul', [x, floats([factor])]), floats([offset])]),
  flatten: (_, x, { graph: { node, whole } }) => node('Reshape', [x, whole([0, -1])]),
  dense: ({ activation }, x, { graph, stored }) => {
    const scores = graph.node('MatMul', [x, stored('kernel')]);
    return onnxActivation(graph, activation, graph.node('Add', [scores, stored('bias')]));
  },
  dropout: (_, x) => x,
  conv2d: convolution,
  depthwiseConv2d: convolution,
  batchNorm: ({ epsilon }, x, { graph: { node, floats }, array }) => {
    const [gamma, beta, mean, variance] = ['gamma', 'beta', 'mean', 'variance'].map(
      (name) => array(name).values,
    ) as [Packed['values'], Packed['values'], Packed['values'], Packed['values']];
    const scale = Array.from(gamma, (each, i) => each / Math.sqrt(variance[i]! + epsilon));
    const shift = Array.from(beta, (each, i) => each - mean[i]! * scale[i]!);
    const shape = [scale.length];
    return node('Add', [node('Mul', [x, floats(scale, shape)]), floats(shift, shape)]);
  },
  activation: ({ activation }, x, { graph }) => onnxActivation(graph, activation, x),
  leakyRelu: ({ slope }, x, { graph }) => graph.node('LeakyRelu', [x], { alpha: { float: slope } }),
  maxPool: pooling('MaxPool'),
  avgPool: pooling('AveragePool'),
  globalAvgPool: (_, x, { graph }) => graph.node('ReduceMean', [x], { axes: [1, 2], keepdims: 0 }),
  zeroPad: ({ vertical: [top, bottom], horizontal: [left, right] }, x, { graph: { node, whole } }) =>
    node('Pad', [x, whole([0, top, left, 0, 0, bottom, right, 0])]),
  add: (layer, x, { graph, earlier }) => graph.node('Add', [x, earlier(layer.with)]),
  l2Normalize: (_, x, { graph }) => onnxUnitRows(graph, x),
  neighbours: (layer, x, { graph, stored }) => onnxNeighbours(graph, layer, x, stored),
  cache: (layer, x, { graph, stored }) => onnxCache(graph, layer, x, stored),
  standardise: (_, x, { graph: { node }, stored }) =>
    node('Mul', [node('Sub', [x, stored('mean')]), stored('scale')]),
  signedRoot: (_, x, { graph: { node } }) =>
    node('Mul', [node('Sign', [x]), node('Sqrt', [node('Abs', [x])])]),
  squares: (_, x, { graph }) => graph.node('Mul', [x, x]),
  project: (_, x, { graph, stored }) => graph.node('MatMul', [x, stored('matrix')]),
  ranks: (_, x, { graph, stored }) => onnxRanks(graph, x, stored),
  concat: (layer, x, { graph, earlier }) => graph.node('Concat', [earlier(layer.with), x], { axis: -1 }),
  forest: (layer, x, { graph, stored }) => onnxForest(graph, layer, x, stored),
  mean: ({ of }, _, { graph, earlier }) => graph.node('Mean', of.map(earlier)),
  log: ({ scale }, x, { graph: { node, floats } }) =>
    node('Mul', [node('Log', [node('Add', [x, floats([1e-12])])]), floats([scale])]),
};

/** One layer of those that have a mapping as nodes. Returns the name of its output. */
export const onnxLayer = (layer: Layer, x: string, place: Place): string =>
  (onnxLayers[layer.kind] as Mapping<Layer>)(layer, x, place);
