import { type Feeds, type Packed, type ProgramSpec, slotNames, type Tensors } from '@kshot/fewshot';
import { DT, dtypeNumber } from '../graph/dtype.js';
import type { Nodes } from '../graph/node.js';
import { type Variable, variable } from './variable.js';

/** All that lives in a program's session, by what it is. */
export interface Layout {
  readonly parameters: Readonly<Record<string, Variable>>;
  readonly state: Readonly<Record<string, Variable>>;
  /** By `parameter/slot`. */
  readonly slots: Readonly<Record<string, Variable>>;
  readonly data: Readonly<Record<string, Variable>>;
}

export function layoutOf(nodes: Nodes, spec: ProgramSpec): Layout {
  const tensors = (all: Tensors) =>
    mapped(all, (tensor, name) => variable(nodes, name, tensor.shape, dtypeNumber(tensor.dtype)));
  const parameters = tensors(spec.parameters);
  const slotted = spec.training ? slotNames(spec.training.optimizer) : [];
  const slots = Object.values(parameters).flatMap(({ name, shape, dtype }) =>
    slotted.map((slot): [string, Variable] => [
      `${name}/${slot}`,
      variable(nodes, `${name}/${slot}`, shape, dtype),
    ]),
  );
  const pack = ({ shape, values }: Packed, name: string) =>
    variable(nodes, name, [-1, ...shape.slice(1)], packedType(values));
  return {
    parameters,
    state: tensors(spec.state ?? {}),
    slots: Object.fromEntries(slots),
    data: mapped(spec.data ?? {}, pack),
  };
}

/** Bytes stay bytes inside the session. */
export function packedType(values: Packed['values']): number {
  if (values instanceof Uint8Array) return DT.uint8;
  return values instanceof Float32Array ? DT.float32 : DT.int32;
}

export function mapped<A, B>(
  record: Readonly<Record<string, A>>,
  f: (value: A, name: string) => B,
): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, f(value, name)]));
}

/** Feeds in one fixed order. */
export function feedEntries(feeds: Feeds) {
  return Object.entries(feeds).map(([name, { shape, dtype }]) => ({
    name,
    shape,
    dtype,
    type: dtypeNumber(dtype),
  }));
}
