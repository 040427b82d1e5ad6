import { type Backbone, backboneOf } from '@kshot/fewshot';
import type { Parent } from '../techniques/outcome.js';

/** A classifier without its head; of a meta-model, all of it. */
export const parentBackbone = ({ manifest, classifier }: Parent): Backbone =>
  manifest.meta ? classifier : backboneOf(classifier);
