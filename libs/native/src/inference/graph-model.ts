import { io } from '@tensorflow/tfjs-core';
import { type Attr, type Attrs } from '../graph/attr.js';
import { constantAttrs } from '../graph/constant-node.js';
import { DT } from '../graph/dtype.js';
import type { Node, Ref } from '../graph/node.js';
import { savedModelBytes } from '../graph/saved-model.js';
import { type Input, type Output, openSession } from '../program/session.js';

/** A tfjs graph model's `model.json`: TensorFlow's own graph, its constants in the weights beside it. */
export interface GraphModelJson {
  readonly modelTopology: { readonly node: readonly NodeJson[] };
  readonly weightsManifest: readonly { readonly weights: io.WeightsManifestEntry[] }[];
}
interface NodeJson {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, Attr>>;
}
export interface Fed {
  readonly shape: readonly number[];
  readonly values: Int32Array | Float32Array;
}
export interface GraphModel {
  /** Names of the inputs, and of the nodes that no other reads. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  run(fed: Readonly<Record<string, Fed>>): Output[];
  dispose(): void;
}

/** Loads a tfjs graph model as the TensorFlow graph that it was made from: no op needs a kernel in JavaScript. */
export function graphModel(model: GraphModelJson, weights: Uint8Array): GraphModel {
  const specs = model.weightsManifest.flatMap((group) => group.weights);
  const bytes = weights.buffer.slice(
    weights.byteOffset,
    weights.byteOffset + weights.byteLength,
  ) as ArrayBuffer;
  const constants = io.decodeWeights(bytes, specs);
  const nodes = model.modelTopology.node.map((node) => nodeOf(node, (name) => constants[name]!.dataSync()));
  for (const tensor of Object.values(constants)) tensor.dispose();
  const read = new Set(nodes.flatMap((node) => node.inputs.map((input) => input.node)));
  const placeholders = nodes.filter((node) => node.op === 'Placeholder');
  const last = nodes.filter((node) => !read.has(node.name) && node.op !== 'Placeholder');
  const session = openSession(savedModelBytes({ nodes }));
  return {
    inputs: placeholders.map((node) => node.name),
    outputs: last.map((node) => node.name),
    run: (fed) =>
      session.run(
        placeholders.map((node) => inputOf(node, fed[node.name])),
        last.map((node) => ({ node: node.name, output: 0 })),
      ),
    dispose: () => session.release(),
  };
}

function nodeOf(
  { name, op, input = [], attr = {} }: NodeJson,
  values: (name: string) => ArrayLike<number>,
): Node {
  const inputs = input.filter((source) => !source.startsWith('^')).map(refOf);
  const after = input.filter((source) => source.startsWith('^')).map((source) => source.slice(1));
  return { name, op, inputs, after, attrs: op === 'Const' ? constantOf(attr, values(name)) : attr };
}

function refOf(input: string): Ref {
  const [node, output = '0'] = input.split(':') as [string, string?];
  return { node, output: Number(output) };
}

/** The converter keeps int64 constants as int32; the node says what they were. */
function constantOf(attr: Attrs, values: ArrayLike<number>): Attrs {
  const { tensorShape } = (attr.value as { tensor: { tensorShape?: { dim?: { size: string }[] } } }).tensor;
  const shape = (tensorShape?.dim ?? []).map(({ size }) => Number(size));
  return constantAttrs(shape, Number(attr.dtype!.type), values);
}

function inputOf(node: Node, fed: Fed | undefined): Input {
  if (!fed) throw new Error(`the input ${node.name} is missing`);
  const dtype = Number(node.attrs.dtype!.type);
  // The binding takes int64 as pairs of int32.
  const values =
    dtype === DT.int64
      ? new Int32Array(BigInt64Array.from(Array.from(fed.values, BigInt)).buffer)
      : fed.values;
  return { ref: { node: node.name, output: 0 }, shape: fed.shape, dtype, values };
}
