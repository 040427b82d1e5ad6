import type { Support } from './head.js';
import type { FittedHead, HeadTuning } from './head-kind.js';
import { type HeadMethod, headKind } from './head-kinds.js';
import { type FeatureTransform, fittedTransform } from './transforms/feature-transform.js';

/** A head with its options: what evaluations compare, studies and the advisor try, and transfers keep as a model. */
export interface HeadSettings extends HeadTuning {
  readonly method: HeadMethod;
  /** What is done to features first, fitted on what the head is fitted on. */
  readonly transform: FeatureTransform;
}

/** Fits transform, penalty and head on the support alone. */
export function fitHead(settings: HeadSettings, support: Support): FittedHead {
  const { apply, layers } = fittedTransform(settings.transform, support.features);
  const head = headKind(settings.method).fit({ ...support, features: apply(support.features) }, settings);
  const first = layers();
  return {
    layers: [...first.layers, ...head.layers],
    arrays: { ...first.arrays, ...head.arrays },
    logits: (queries) => head.logits(apply(queries)),
  };
}

/** The settings with the penalty that the head chooses within the support set, so that it is chosen once for many fits. */
export function withPenalty<S extends HeadSettings>(settings: S, support: Support): S {
  if (settings.penalty) return settings;
  const { apply } = fittedTransform(settings.transform, support.features);
  const penalty = headKind(settings.method).penaltyFor?.({ ...support, features: apply(support.features) });
  return penalty === undefined ? settings : { ...settings, penalty };
}
