import type { Feeds, Packed, ProgramSpec } from '@kshot/fewshot';
import type { Tensor } from '@tensorflow/tfjs-core';
import { DT, dtypeName } from '../graph/dtype.js';
import type { Ref } from '../graph/node.js';
import type { Bound } from '../recording/record.js';
import { standIn } from '../recording/stand-in.js';
import { mapped, packedType } from './layout.js';

/** Tensors that a recording runs on, and what each is in the graph. Only their shapes and types matter. */
export interface Examples {
  readonly parameters: Record<string, Tensor>;
  readonly state: Record<string, Tensor>;
  readonly data: Record<string, Tensor>;
  readonly feeds: Record<string, Tensor>;
  readonly bound: Bound[];
}

export function examplesOf(
  spec: ProgramSpec,
  feeds: Feeds,
  refs: (kind: keyof ProgramSpec | 'feeds', name: string) => Ref,
): Examples {
  const bound: Bound[] = [];
  const bind = (kind: keyof ProgramSpec | 'feeds', name: string, tensor: Tensor, bytes = false) => {
    bound.push({ tensor, ref: refs(kind, name), bytes });
    return tensor;
  };
  const like = (kind: 'parameters' | 'state') =>
    mapped(spec[kind] ?? {}, ({ shape, dtype }, name) => bind(kind, name, standIn(shape, dtype)));
  const pack = ({ shape, values }: Packed, name: string) => {
    const type = packedType(values);
    return bind('data', name, standIn(shape, dtypeName(type)), type === DT.uint8);
  };
  return {
    parameters: like('parameters'),
    state: like('state'),
    data: mapped(spec.data ?? {}, pack),
    feeds: mapped(feeds, ({ shape, dtype }, name) => bind('feeds', name, standIn(shape, dtype))),
    bound,
  };
}
