import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import { engine } from '@tensorflow/tfjs-core';
import { type Binding, type NativeBackend, nativeBackend } from '../binding.js';
import { type Attrs, typeAttr } from '../graph/attr.js';
import { constantAttrs } from '../graph/constant-node.js';
import { DT, dtypeNumber } from '../graph/dtype.js';
import { type Nodes, output, type Ref } from '../graph/node.js';
import { constantKey } from './constant-key.js';
import { checkConstant, type Made } from './constant-policy.js';
import type { Operand, Outcomes } from './outcomes.js';
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

/** What a recording leaves for the next, which checks it, and for whoever asks where something came from. */
export interface Trace {
  /** The lines that made constants, by node name. */
  readonly sites: Map<string, Error>;
  readonly outcomes: Outcomes;
}

/**
 * Runs a function once, on tensors without numbers, and writes each op that tfjs-node's kernels execute as a node. Gradients need no
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
  const operands = new Map<number, Operand>();

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
      const shape = int64 ? [] : tensor.shape;
      const ref = constantOnce(shape, type, numbers, origin);
      refs.set(id, ref);
      operands.set(id, { shape, dtype: type, constant: { id, node: ref.node } });
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

  const operandOf = (op: string, id: number): Operand => {
    const known = operands.get(id);
    if (known) return known;
    throw refusal(`${op} reads a tensor that the recording does not know`, 'make it inside, or feed it');
  };

  const inputRef = (id: number): Ref => {
    const known = refs.get(id);
    if (known) return known;
    const pack = packs.get(id)!;
    const ref = nodes.add('Cast', [pack], { SrcT: typeAttr(DT.uint8), DstT: typeAttr(DT.int32) });
    refs.set(id, ref);
    return ref;
  };

  const executeOp: Binding['executeOp'] = (op, attrs, ids, count) => {
    const reason = whyNotRecorded(op);
    if (reason) throw refusal(`${op} ${reason}`, 'feed what it would give');
    const read = ids.map((id) => operandOf(op, id));
    const { held, attrs: written } = trace.outcomes(op, attrs, read, count);
    const pack = op === 'GatherV2' ? packs.get(ids[0]!) : undefined;
    const inputs = ids.map((id, i) => (i === 0 && pack) || inputRef(id));
    // A −1 in a shape is written as what it came to.
    if (op === 'Reshape') inputs[1] = constantOnce([held[0]!.shape.length], DT.int32, held[0]!.shape);
    let ref: Ref;
    if (changesNothing(op, written)) ref = inputs[0]!;
    else if (pack) {
      // Bytes stay bytes until they are chosen.
      const chosen = nodes.add(op, inputs, { ...written, Tparams: typeAttr(DT.uint8) });
      ref = nodes.add('Cast', [chosen], { SrcT: typeAttr(DT.uint8), DstT: typeAttr(DT.int32) });
    } else ref = nodes.add(op, inputs, written);
    for (const [i, { id, shape, dtype }] of held.entries()) {
      refs.set(id, i === 0 ? ref : output(ref, i));
      operands.set(id, { shape, dtype });
    }
    return held;
  };

  const readSync = (dataId: object): unknown => {
    const { id, values: pending } = backend.tensorMap.get(dataId);
    if (pending === null && !operands.get(id)?.constant)
      throw refusal(
        'a value is read while recording',
        'a branch on data cannot be recorded: use where(), or feed it',
      );
    return original.readSync.call(backend, dataId);
  };

  const state = (engine() as { state: { kernelDepth: number } }).state;
  const write: NativeBackend['write'] = (numbers, shape, dtype) => {
    const dataId = original.write.call(backend, numbers, shape, dtype);
    made.set(dataId, { where: new Error(), byKernel: state.kernelDepth > 0 });
    return dataId;
  };

  for (const { tensor, ref, bytes } of bound) {
    const [id] = original.getInputTensorIds.call(backend, [tensor]);
    (bytes ? packs : refs).set(id!, ref);
    operands.set(id!, { shape: tensor.shape, dtype: dtypeNumber(tensor.dtype) });
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
    return run({ refOf: (tensor) => inputRef(idsOf([tensor])[0]!) });
  } finally {
    Error.stackTraceLimit = limit;
    backend.binding = real;
    for (const name of ['getInputTensorIds', 'write', 'readSync', 'read'])
      Reflect.deleteProperty(backend, name);
  }
}

/** tfjs-node's kernels cast to be sure. */
function changesNothing(op: string, { SrcT, DstT }: Attrs): boolean {
  return op === 'Identity' || (op === 'Cast' && SrcT?.type === DstT?.type);
}

function pendingValues(backend: NativeBackend, tensor: TensorInfo): ArrayLike<number> | null {
  const { valueArray: int64 } = tensor as TensorInfo & { valueArray?: ArrayLike<number> };
  return int64
    ? [int64[0]!]
    : (backend.tensorMap.get(tensor.dataId as object).values as ArrayLike<number> | null);
}
