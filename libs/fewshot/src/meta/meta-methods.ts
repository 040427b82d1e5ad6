import type { MetaMethod, MethodOption } from './meta-method.js';
import { anil } from './methods/anil.js';
import { cosineProtonet } from './methods/cosine-protonet.js';
import { maml } from './methods/maml.js';
import { matching } from './methods/matching.js';
import { metaSgd } from './methods/meta-sgd.js';
import { protoMaml } from './methods/proto-maml.js';
import { protonet } from './methods/protonet.js';
import { relation } from './methods/relation.js';
import { reptile } from './methods/reptile.js';
import { ridge } from './methods/ridge.js';
import { svm } from './methods/svm.js';

const methods = [
  protonet,
  cosineProtonet,
  matching,
  ridge,
  relation,
  svm,
  maml,
  anil,
  metaSgd,
  reptile,
  protoMaml,
] as const;

export type MetaMethodName = (typeof methods)[number]['name'];

/** Every meta-learning method, in the order in which they are offered. */
export const metaMethods: readonly MetaMethod<MetaMethodName>[] = methods;

export function metaMethod(name: MetaMethodName): MetaMethod<MetaMethodName> {
  const method = metaMethods.find((one) => one.name === name);
  if (!method) throw new RangeError(`There is no meta-learning method ${name}.`);
  return method;
}

/** Whether a model of this method serves only as many ways as it was trained for. */
export const hasFixedWays = (name: MetaMethodName): boolean => ownHeadNames.includes(name);

const namesWhere = (holds: (method: MetaMethod) => boolean): MetaMethodName[] =>
  metaMethods.filter(holds).map(({ name }) => name);

/** Methods that score by features alone. */
export const metricNames = namesWhere(({ kind }) => kind === 'METRIC');

/** Methods that adapt weights by gradient steps. */
export const adaptationNames = namesWhere(({ kind }) => kind === 'ADAPTATION');

/** Those of them that learn a head of their own. */
export const ownHeadNames = namesWhere((method) => method.kind === 'ADAPTATION' && method.ownHead === true);

export const methodsWith = (option: MethodOption): MetaMethodName[] =>
  namesWhere(({ options }) => options.includes(option));
