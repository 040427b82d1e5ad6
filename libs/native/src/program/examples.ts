import { type Feeds, type Packed, type ProgramSpec, unpacked } from '@kshot/fewshot';
import { type Tensor, zeros } from '@tensorflow/tfjs-core';
import { DT } from '../graph/dtype.js';
import type { Ref } from '../graph/node.js';
import type { Bound } from '../recording/record.js';
import { mapped, packedType } from './layout.js';

/** Tensors that a recording runs on, and what each is in the graph. Only shapes and types matter; feeds are zeros. */
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
  return {
    parameters: mapped(spec.parameters, (tensor, name) => bind('parameters', name, tensor.clone())),
    state: mapped(spec.state ?? {}, (tensor, name) => bind('state', name, tensor.clone())),
    data: mapped(spec.data ?? {}, (pack: Packed, name) =>
      bind('data', name, unpacked(pack), packedType(pack.values) === DT.uint8),
    ),
    feeds: mapped(feeds, ({ shape, dtype }, name) => bind('feeds', name, zeros([...shape], dtype))),
    bound,
  };
}
