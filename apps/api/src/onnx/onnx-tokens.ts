import { distanceBucket, FARTHEST, type Layer } from '@kshot/fewshot';
import type { Mapping, OnnxGraph, Place } from './onnx-graph.js';
import { FLOAT, INT64 } from './onnx-messages.js';

type Kind<K extends Layer['kind']> = Extract<Layer, { kind: K }>;
type Mappings = { readonly [K in TokenKind]: Mapping<Kind<K>> };
type TokenKind =
  | 'embedding'
  | 'gather'
  | 'attention'
  | 'attentionPool'
  | 'meanTokens'
  | 'lastToken'
  | 'window'
  | 'firstToken'
  | 'layerNorm'
  | 'layerScale';

/** What is added to the score of what is not attended to. */
const UNSEEN = 1e9;
/** What the network takes: numbers of tokens. */
const TOKENS = 'x';

/** [1] how long the tokens are. */
const lengthOf = ({ node, whole }: OnnxGraph, tokens: string): string =>
  node('Slice', [node('Shape', [tokens]), whole([1]), whole([2]), whole([0])]);

/** [N, length] 1 for a token, 0 for padding. */
const maskOf = ({ node, floats }: OnnxGraph, padding: number): string =>
  node('Cast', [node('Not', [node('Equal', [TOKENS, floats([padding])])])], { to: FLOAT });

/** [length] 0, 1, 2 … */
function places(graph: OnnxGraph, tokens: string): string {
  const { node, whole } = graph;
  const length = node('Squeeze', [lengthOf(graph, tokens), whole([0])]);
  return node('Range', [whole([0], []), length, whole([1], [])]);
}

/** [length, length] how far a key lies behind a query. */
function offsets(graph: OnnxGraph, tokens: string): string {
  const { node, whole } = graph;
  const own = places(graph, tokens);
  return node('Sub', [node('Unsqueeze', [own, whole([0])]), node('Unsqueeze', [own, whole([1])])]);
}

const embedding: Mapping<Kind<'embedding'>> = ({ filled, positions }, x, { graph, stored }) => {
  const { node, whole } = graph;
  const given = node('Cast', [x], { to: INT64 });
  const missing = () =>
    node('Concat', [whole([0, 0, 0]), node('Sub', [whole([positions]), lengthOf(graph, given)])], {
      axis: 0,
    });
  const tokens = filled === undefined ? given : node('Pad', [given, missing(), whole([filled], [])]);
  const own = node('Slice', [stored('positions'), whole([0]), lengthOf(graph, tokens), whole([0])]);
  return node('Add', [node('Gather', [stored('words'), tokens]), own]);
};

const gather: Mapping<Kind<'gather'>> = ({ bare }, x, { graph: { node, whole }, stored, array }) => {
  const channels = array('positions').shape[1] as number;
  const all = node('Reshape', [x, whole([0, -1, channels])]);
  if (bare) return node('Add', [all, stored('positions')]);
  const count = node('Slice', [node('Shape', [x]), whole([0]), whole([1]), whole([0])]);
  const shape = node('Concat', [count, whole([1, channels])], { axis: 0 });
  const first = node('Expand', [stored('first'), shape]);
  return node('Add', [node('Concat', [first, all], { axis: 1 }), stored('positions')]);
};

const attention: Mapping<Kind<'attention'>> = (layer, x, place) => {
  const { graph, stored, array } = place;
  const { node, floats, whole } = graph;
  const { heads } = layer;
  const width = (array('bias').shape[0] as number) / 3;
  const size = width / heads;
  const joined = node('Add', [node('MatMul', [x, stored('kernel')]), stored('bias')]);
  const parted = node('Transpose', [node('Reshape', [joined, whole([0, 0, 3, heads, size])])], {
    perm: [2, 0, 3, 1, 4],
  });
  const part = (index: number) => node('Gather', [parted, whole([index], [])], { axis: 0 });
  const keys = node('Transpose', [part(1)], { perm: [0, 1, 3, 2] });
  const scores = node('Mul', [node('MatMul', [part(0), keys]), floats([1 / Math.sqrt(size)])]);
  const added = [...near(layer, x, place), ...unseen(graph, layer)];
  const seen = added.reduce((sum, each) => node('Add', [sum, each]), scores);
  const found = node('MatMul', [node('Softmax', [seen], { axis: -1 }), part(2)]);
  return node('Reshape', [node('Transpose', [found], { perm: [0, 2, 1, 3] }), whole([0, 0, width])]);
};

/** [heads or 1, length, length] by how far tokens are from each other. */
function near(layer: Kind<'attention'>, x: string, { graph, array }: Place): string[] {
  const { node, floats, whole } = graph;
  if (layer.causal) {
    const later = node('Cast', [node('Greater', [offsets(graph, x), whole([0], [])])], { to: FLOAT });
    return [node('Mul', [later, floats([-UNSEEN])])];
  }
  if (!layer.distances) return [];
  const { values, shape } = array('distances');
  const [buckets, heads] = shape as [number, number];
  const rows = Array.from({ length: 2 * FARTHEST + 1 }, (_, i) => {
    const bucket = distanceBucket(i - FARTHEST, buckets / 2);
    return [...values.slice(bucket * heads, (bucket + 1) * heads)];
  });
  const clipped = node('Clip', [offsets(graph, x), whole([-FARTHEST], []), whole([FARTHEST], [])]);
  const found = node('Gather', [
    floats(rows.flat(), [rows.length, heads]),
    node('Add', [clipped, whole([FARTHEST], [])]),
  ]);
  return [node('Transpose', [found], { perm: [2, 0, 1] })];
}

/** [N, 1, 1, length] that no token attends to padding. */
function unseen(graph: OnnxGraph, { padding }: Kind<'attention'>): string[] {
  if (padding === undefined) return [];
  const { node, floats, whole } = graph;
  const less = node('Mul', [node('Sub', [maskOf(graph, padding), floats([1])]), floats([UNSEEN])]);
  return [node('Unsqueeze', [less, whole([1, 2])])];
}

const attentionPool: Mapping<Kind<'attentionPool'>> = ({ heads }, x, { graph, stored, array }) => {
  const { node, floats, whole } = graph;
  const width = array('query').shape[0] as number;
  const size = width / heads;
  const joined = node('Add', [node('MatMul', [x, stored('kernel')]), stored('bias')]);
  const parted = node('Transpose', [node('Reshape', [joined, whole([0, 0, 2, heads, size])])], {
    perm: [2, 0, 3, 1, 4],
  });
  const part = (index: number) => node('Gather', [parted, whole([index], [])], { axis: 0 });
  const query = node('Reshape', [stored('query'), whole([heads, size, 1])]);
  const scores = node('Mul', [node('MatMul', [part(0), query]), floats([1 / Math.sqrt(size)])]);
  const shares = node('Softmax', [scores], { axis: 2 });
  const found = node('ReduceSum', [node('Mul', [part(1), shares]), whole([2])], { keepdims: 0 });
  return node('Reshape', [found, whole([0, width])]);
};

const meanTokens: Mapping<Kind<'meanTokens'>> = ({ padding, root }, x, { graph }) => {
  const { node, floats, whole } = graph;
  const weights = node('Unsqueeze', [maskOf(graph, padding), whole([2])]);
  const sum = (of: string) => node('ReduceSum', [of, whole([1])], { keepdims: 0 });
  const count = node('Max', [sum(weights), floats([1])]);
  return node('Div', [sum(node('Mul', [x, weights])), root ? node('Sqrt', [count]) : count]);
};

const lastToken: Mapping<Kind<'lastToken'>> = ({ padding }, x, { graph }) => {
  const { node, whole } = graph;
  if (padding === undefined) return node('Gather', [x, whole([-1], [])], { axis: 1 });
  const place = node('Add', [node('Cast', [places(graph, x)], { to: FLOAT }), graph.floats([1])]);
  const own = node('Mul', [maskOf(graph, padding), place]);
  const last = node('Equal', [own, node('ReduceMax', [own], { axes: [1], keepdims: 1 })]);
  const share = node('Unsqueeze', [node('Cast', [last], { to: FLOAT }), whole([2])]);
  return node('ReduceSum', [node('Mul', [x, share]), whole([1])], { keepdims: 0 });
};

const window: Mapping<Kind<'window'>> = ({ size, before, padding, columns }, x, { graph }) => {
  const { node, whole } = graph;
  const own = columns ? node('Slice', [x, whole([columns[0]]), whole([columns[1]]), whole([2])]) : x;
  const kept = node('Mul', [own, node('Unsqueeze', [maskOf(graph, padding), whole([2])])]);
  if (size === 1) return kept;
  const padded = node('Pad', [kept, whole([0, before, 0, 0, size - 1 - before, 0])]);
  const length = lengthOf(graph, x);
  const shifted = Array.from({ length: size }, (_, i) =>
    node('Slice', [padded, whole([i]), node('Add', [length, whole([i])]), whole([1])]),
  );
  return node('Concat', shifted, { axis: 2 });
};

/** The layers that transformers are made of. Texts may be shorter than all places: how long they are is asked when the graph runs. */
export const onnxTokens: Mappings = {
  embedding,
  gather,
  attention,
  attentionPool,
  meanTokens,
  lastToken,
  window,
  firstToken: (_, x, { graph: { node, whole } }) => node('Gather', [x, whole([0], [])], { axis: 1 }),
  layerNorm: ({ epsilon }, x, { graph: { node }, stored }) =>
    node('LayerNormalization', [x, stored('gamma'), stored('beta')], {
      axis: -1,
      epsilon: { float: epsilon },
    }),
  layerScale: (_, x, { graph: { node }, stored }) => node('Mul', [x, stored('gamma')]),
};
