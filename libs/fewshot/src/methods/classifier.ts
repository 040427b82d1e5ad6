import type { Packed } from '../engine/program.js';
import type { InputSpec } from '../inputs/input-spec.js';
import type { Network } from '../networks/layer.js';

/** A trained classifier, complete: what enters, what it computes, what comes out. */
export interface Classifier {
  readonly input: InputSpec;
  readonly network: Network;
  /** Trained arrays and moving averages, named `layer/array`. */
  readonly weights: Readonly<Record<string, Packed>>;
  /** Class k is the network's output k. */
  readonly classes: readonly string[];
}
