import type { MetaSettings } from '../methods/meta.options.js';
import { anil } from './anil.js';
import { cosineProtonet } from './cosine-protonet.js';
import { maml } from './maml.js';
import { matching } from './matching.js';
import type { MetaMethod } from './meta-method.js';
import { metaSgd } from './meta-sgd.js';
import { protoMaml } from './proto-maml.js';
import { protonet } from './protonet.js';
import { relation } from './relation.js';
import { reptile } from './reptile.js';
import { ridge } from './ridge.js';
import { svm } from './svm.js';

/** Every meta-learning method by its name. */
export const metaMethods: Readonly<Record<MetaSettings['method'], MetaMethod>> = {
  PROTONET: protonet,
  PROTONET_COSINE: cosineProtonet,
  MATCHING: matching,
  RELATION: relation,
  RIDGE: ridge,
  SVM: svm,
  MAML: maml,
  ANIL: anil,
  META_SGD: metaSgd,
  REPTILE: reptile,
  PROTO_MAML: protoMaml,
};

/** Whether a model of this method serves only as many ways as it was trained for: it learns a head of its own. */
export const hasFixedWays = (method: MetaSettings['method']): boolean =>
  metaMethods[method].kind === 'ADAPTATION' && method !== 'PROTO_MAML';
