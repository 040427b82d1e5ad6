import type { Matrix } from '@kshot/fewshot';
import { binding, type Held, type OpAttr } from '../binding.js';
import { DT } from '../graph/dtype.js';
import { attr } from './execute.js';

// Matrices that TensorFlow holds in double precision. tfjs has no such tensors: numbers come in and go out as pairs of
// 32-bit integers whose bits are taken as one number of 64.

const DOUBLE = 2;
export const double = attr('T', 'type', DOUBLE);
export const single = attr('T', 'type', DT.float32);

interface Product {
  /** Which side is transposed. */
  readonly left?: boolean;
  readonly right?: boolean;
  readonly type?: OpAttr;
}

export const multiply = (
  a: Held,
  b: Held,
  { left = false, right = false, type = double }: Product = {},
): Held =>
  run(
    'MatMul',
    [type, attr('transpose_a', 'bool', left), attr('transpose_b', 'bool', right)],
    [a, b],
  )[0] as Held;

export const run = (op: string, attrs: OpAttr[], inputs: readonly Held[], outputs = 1): Held[] =>
  binding().executeOp(
    op,
    attrs,
    inputs.map(({ id }) => id),
    outputs,
  );

export const drop = (...held: readonly Held[]): void => {
  for (const { id } of held) binding().deleteTensor(id);
};

export function withMatrices<T>(matrices: readonly Matrix[], work: (held: readonly Held[]) => T): T {
  const held = matrices.map(put);
  try {
    return work(held);
  } finally {
    drop(...held);
  }
}

export function put({ rows, columns, values }: Matrix): Held {
  const bits = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  const id = binding().createTensor([rows, columns, 2], DT.int32, bits);
  const [held] = run(
    'Bitcast',
    [attr('T', 'type', DT.int32), attr('type', 'type', DOUBLE)],
    [{ id, shape: [], dtype: DT.int32 }],
  );
  binding().deleteTensor(id);
  return held as Held;
}

/** Its numbers; what the backend held of them is gone. */
export function take(held: Held): Matrix {
  const [bits] = run('Bitcast', [attr('T', 'type', DOUBLE), attr('type', 'type', DT.int32)], [held]);
  const found = binding().tensorDataSync((bits as Held).id) as Int32Array;
  drop(held, bits as Held);
  const [rows = 1, columns = 1] = held.shape;
  return { rows, columns, values: new Float64Array(found.buffer, found.byteOffset, found.length / 2) };
}

/** In single precision. */
export function putSingle({ rows, columns, values }: Matrix): Held {
  const shape = [rows, columns];
  return {
    id: binding().createTensor(shape, DT.float32, new Float32Array(values)),
    shape,
    dtype: DT.float32,
  };
}
