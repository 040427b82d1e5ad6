import type { MetaSettings } from '../methods/meta.options.js';
import type { MetaMethod } from './meta-method.js';
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
