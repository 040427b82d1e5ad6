import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import { engine } from '@tensorflow/tfjs-core';
import { type Binding, type Held, type NativeBackend, nativeBackend } from '../binding.js';
import { type Attrs, attrOf, typeAttr } from '../graph/attr.js';
import { constantAttrs } from '../graph/constant-node.js';
import { DT, dtypeNumber } from '../graph/dtype.js';
import { type Nodes, output, type Ref } from '../graph/node.js';
import { constantKey } from './constant-key.js';
import { checkConstant, type Made } from './constant-policy.js';
import { refusal } from './refusal.js';
import { whyNotRecorded } from './stateful-ops.js';
import { withOverride } from './with-override.js';

/** A tensor that stands for something in the graph; `bytes` when the graph has uint8 where the tensor is int32. */
export interface Bound {
  readonly tensor: Tensor;
  readonly ref: Ref;
  readonly bytes?: boolean;
}
export interface Recording {
  /** What a tensor of the recording is in the graph. */
  refOf(tensor: Tensor): Ref;
}

/** What one recording leaves for the next, which checks it. */
export interface Trace {
  /** The lines that made constants, by node name. */
  readonly sites: Map<string, Error>;
  /** The results of each op: a second recording needs shapes only and executes nothing. */
  readonly executed: { op: string; held: readonly Held[] }[];
  readonly replay: boolean;
}

/**
 * Runs a function once, eagerly, and writes each op that tfjs-node's kernels execute as a node. Gradients need no
 * rules of their own: what autodiff runs is recorded like everything else.
 */
export function record<T>(
  nodes: Nodes,
  bound: readonly Bound[],
  trace: Trace,
  run: (recording: Recording) => T,
): T {
  const backend = nativeBackend();
  const real = backend.binding;
  const original = {
    getInputTensorIds: backend.getInputTensorIds,
    write: backend.write,
    readSync: backend.readSync,
  };
  const refs = new Map<number, Ref>();
  const packs = new Map<number, Ref>();
  const made = new WeakMap<object, Made>();
  const values = new Map<string, Ref>();
  const constants = new Set<number>();

  const idsOf = (tensors: readonly TensorInfo[]): number[] => {
    const pending = tensors.map((tensor) => pendingValues(backend, tensor));
    const ids = original.getInputTensorIds.call(backend, tensors);
    for (const [i, id] of ids.entries()) {
      if (refs.has(id) || packs.has(id)) continue;
      const tensor = tensors[i]!;
      const numbers = pending[i] ?? (real.tensorDataSync(id) as ArrayLike<number>);
      const origin = made.get(tensor.dataId as object);
      // An Int64Scalar of a kernel has neither an id of its own nor a place in the backend.
      const int64 = tensor.dataId === undefined;
      if (!int64) checkConstant(tensor, numbers, origin);
      const type = int64 ? DT.int64 : dtypeNumber(tensor.dtype);
      refs.set(id, constantOnce(int64 ? [] : tensor.shape, type, numbers, origin));
      constants.add(id);
    }
    return ids;
  };

  const constantOnce = (
    shape: readonly number[],
    type: number,
    numbers: ArrayLike<number>,
    origin?: Made,
  ): Ref => {
    const key = constantKey(shape, type, numbers);
    let ref = values.get(key);
    if (!ref) {
      ref = nodes.add('Const', [], constantAttrs(shape, type, numbers));
      values.set(key, ref);
      if (origin) trace.sites.set(ref.node, origin.where);
    }
    return ref;
  };

  const inputRef = (op: string, id: number): Ref => {
    const known = refs.get(id);
    if (known) return known;
    const pack = packs.get(id);
    if (!pack)
      throw refusal(`${op} reads a tensor that the recording does not know`, 'make it inside, or feed it');
    const ref = nodes.add('Cast', [pack], { SrcT: typeAttr(DT.uint8), DstT: typeAttr(DT.int32) });
    refs.set(id, ref);
    return ref;
  };

  let position = 0;
  const outcome = (op: string, execute: () => Held[]): Held[] => {
    if (!trace.replay) {
      const held = execute();
      trace.executed.push({ op, held });
      return held;
    }
    const before = trace.executed[position++];
    if (before?.op !== op)
      throw refusal(`${op} comes and goes`, 'do not branch on what changes from call to call');
    return before.held.map(({ shape, dtype }) => ({ id: --unreal, shape, dtype }));
  };

  const executeOp: Binding['executeOp'] = (op, attrs, ids, count) => {
    const reason = whyNotRecorded(op);
    if (reason) throw refusal(`${op} ${reason}`, 'feed what it would give');
    const held = outcome(op, () => real.executeOp(op, attrs, ids, count));
    const written = Object.fromEntries(attrs.map((attr) => [attr.name, attrOf(attr)]));
    const pack = op === 'GatherV2' ? packs.get(ids[0]!) : undefined;
    const inputs = ids.map((id, i) => (i === 0 && pack) || inputRef(op, id));
    // A −1 in a shape is written as what it came to.
    if (op === 'Reshape') inputs[1] = constantOnce([held[0]!.shape.length], DT.int32, held[0]!.shape);
    let ref: Ref;
    if (changesNothing(op, written)) ref = inputs[0]!;
    else if (pack) {
      // Bytes stay bytes until they are chosen.
      const chosen = nodes.add(op, inputs, { ...written, Tparams: typeAttr(DT.uint8) });
      ref = nodes.add('Cast', [chosen], { SrcT: typeAttr(DT.uint8), DstT: typeAttr(DT.int32) });
    } else ref = nodes.add(op, inputs, written);
    for (const [i, { id }] of held.entries()) refs.set(id, i === 0 ? ref : output(ref, i));
    return held;
  };

  const readSync = (dataId: object): unknown => {
    const { id, values: pending } = backend.tensorMap.get(dataId);
    if (pending === null && !constants.has(id))
      throw refusal(
        'a value is read while recording',
        'a branch on data cannot be recorded: use where(), or feed it',
      );
    return original.readSync.call(backend, dataId);
  };

  const state = (engine() as unknown as { state: { kernelDepth: number } }).state;
  const write: NativeBackend['write'] = (numbers, shape, dtype) => {
    const dataId = original.write.call(backend, numbers, shape, dtype);
    made.set(dataId, { where: new Error(), byKernel: state.kernelDepth > 0 });
    return dataId;
  };

  for (const { tensor, ref, bytes } of bound) {
    const [id] = original.getInputTensorIds.call(backend, [tensor]);
    (bytes ? packs : refs).set(id!, ref);
  }
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 60;
  backend.binding = withOverride(real, { executeOp });
  Object.assign(backend, {
    getInputTensorIds: idsOf,
    write,
    readSync,
    read: async (id: object) => readSync(id),
  });
  try {
    return run({ refOf: (tensor) => inputRef('the result', idsOf([tensor])[0]!) });
  } finally {
    Error.stackTraceLimit = limit;
    backend.binding = real;
    for (const name of ['getInputTensorIds', 'write', 'readSync', 'read'])
      delete (backend as unknown as Record<string, unknown>)[name];
  }
}

/** tfjs-node's kernels cast to be sure. */
function changesNothing(op: string, { SrcT, DstT }: Attrs): boolean {
  return op === 'Identity' || (op === 'Cast' && SrcT?.type === DstT?.type);
}

/** Results of a recording that executes nothing count down from here; tfjs-node deletes no negative id. */
let unreal = -2;

function pendingValues(backend: NativeBackend, tensor: TensorInfo): ArrayLike<number> | null {
  const int64 = (tensor as unknown as { valueArray?: ArrayLike<number> }).valueArray;
  return int64
    ? [int64[0]!]
    : (backend.tensorMap.get(tensor.dataId as object).values as ArrayLike<number> | null);
}
