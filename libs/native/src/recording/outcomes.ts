import { sizeOf } from '@kshot/fewshot';
import type { Binding, Held, OpAttr } from '../binding.js';
import { type Attrs, attrOf } from '../graph/attr.js';
import { DT } from '../graph/dtype.js';
import { standInId } from './stand-in.js';

/** What an op reads, as far as the shapes of its results depend on it. */
export interface Operand {
  readonly shape: readonly number[];
  readonly dtype: number;
  /** Only a constant has numbers, which may decide a shape: the id that holds them and the node that they became. */
  readonly constant?: { readonly id: number; readonly node: string };
}
export interface Outcome {
  /** Stand-ins for the results, with ids of their own. */
  readonly held: Held[];
  /** The attributes as the graph has them, one object for all equal calls. */
  readonly attrs: Attrs;
}
/** What ops give, by op, attributes and operands. */
export type Outcomes = (
  op: string,
  attrs: readonly OpAttr[],
  operands: readonly Operand[],
  count: number,
) => Outcome;

/** Each kind of call is executed once, on zeros, to learn its shapes; a network repeats few kinds many times. */
export function outcomesOf(binding: Binding): Outcomes {
  const known = new Map<string, Outcome>();
  return (op, attrs, operands, count) => {
    const key = `${op} ${JSON.stringify(attrs)} ${operands.map(keyOf).join(' ')}`;
    let outcome = known.get(key);
    if (!outcome) {
      const written = Object.fromEntries(attrs.map((attr) => [attr.name, attrOf(attr)]));
      outcome = { held: executed(binding, op, attrs, operands, count), attrs: written };
      known.set(key, outcome);
    }
    const held = outcome.held.map(({ shape, dtype }) => ({ id: standInId(), shape: [...shape], dtype }));
    return { held, attrs: outcome.attrs };
  };
}

const keyOf = ({ shape, dtype, constant }: Operand) => constant?.node ?? `${dtype}[${shape}]`;

function executed(
  binding: Binding,
  op: string,
  attrs: readonly OpAttr[],
  operands: readonly Operand[],
  count: number,
): Held[] {
  const made: number[] = [];
  const attempt = (fill: number) => {
    const ids = operands.map((operand) => {
      if (operand.constant) return operand.constant.id;
      const values = numbers(operand);
      made.push(binding.createTensor(operand.shape, operand.dtype, fill === 0 ? values : values.fill(fill)));
      return made.at(-1)!;
    });
    const held = binding.executeOp(op, attrs, ids, count);
    made.push(...held.map(({ id }) => id));
    return held;
  };
  try {
    try {
      return attempt(0);
    } catch (error) {
      // Integers are not divided by zero.
      if (!/division by zero/i.test((error as Error).message)) throw error;
      return attempt(1);
    }
  } finally {
    for (const id of made) binding.deleteTensor(id);
  }
}

function numbers({ shape, dtype }: Operand): Float32Array | Int32Array | Uint8Array {
  switch (dtype) {
    case DT.float32:
      return new Float32Array(sizeOf(shape));
    case DT.int32:
      return new Int32Array(sizeOf(shape));
    case DT.int64:
      return new Int32Array(2 * sizeOf(shape));
    case DT.bool:
    case DT.uint8:
      return new Uint8Array(sizeOf(shape));
    default:
      throw new Error(`values of type ${dtype} are not recorded`);
  }
}
