import type { Packed } from '../engine/program.js';
import type { InputSpec } from '../inputs/input-spec.js';
import type { MetaSettings } from '../methods/meta.options.js';
import type { Network } from '../networks/layer.js';

/** What meta-training leaves: with a few examples of new classes it builds a classifier of them. */
export interface MetaModel {
  readonly settings: MetaSettings;
  readonly input: InputSpec;
  /** The backbone: gives features, has no head. */
  readonly network: Network;
  /** Arrays of the backbone and of the method, and averages of batch normalisation, named `layer/array`. */
  readonly weights: Readonly<Record<string, Packed>>;
}
