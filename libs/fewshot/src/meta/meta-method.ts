import type * as tf from '@tensorflow/tfjs-core';
import type { Packed, Tensors } from '../engine/program.js';
import type { MetaSettings } from '../methods/meta.options.js';
import type { Network } from '../networks/layer.js';
import type { SupportRule } from '../trust/support-rule.js';

/** What a method may look at in an episode of which way k has the support rows k·shots … (k+1)·shots − 1. */
export interface EpisodeContext {
  readonly settings: MetaSettings;
  /** Gives features; has no head. */
  readonly network: Network;
  readonly ways: number;
  readonly shots: number;
  /** Averages of batch normalisation over training; read when not training. */
  readonly state: Tensors;
  /** While meta-training. A pass then normalises by the batch it sees. */
  readonly training: boolean;
}

/** A linear layer: features · kernel [dim, ways] + bias [ways] are class logits. */
export interface LinearLayer {
  readonly kernel: tf.Tensor2D;
  readonly bias: tf.Tensor1D;
}

/** What turns features into class logits: a linear layer, on the ReLU of a hidden one where there is one. */
export interface HeadLayers extends LinearLayer {
  readonly hidden?: LinearLayer;
}

/**
 * An option that counts for the methods that name it; others follow from the kind of the method. `poses` is for those whose
 * learnt arrays fit features of any length, but for the kernel of a head.
 */
export type MethodOption = 'poses' | 'mahalanobis' | 'secondOrder' | 'learnRates';

/** What forms, the API and studies say of a method. */
interface Described<Name extends string> {
  readonly name: Name;
  readonly title: string;
  /** One sentence: what it does. */
  readonly description: string;
  readonly whenToUse: string;
  readonly paper: string;
  readonly options: readonly MethodOption[];
}

/** A method that scores queries from features alone: the backbone is the same for every episode. */
export interface MetricMethod<Name extends string = string> extends Described<Name> {
  readonly kind: 'METRIC';
  /** Trained arrays besides the backbone's, by name, for features of length `dim`. */
  parameters?(dim: number, settings: MetaSettings): Record<string, Packed>;
  /** [ways·shots, dim] and [queries, dim] features → [queries, ways] logits. */
  scores(support: tf.Tensor2D, query: tf.Tensor2D, weights: Tensors, context: EpisodeContext): tf.Tensor2D;
  /** [n, dim] features and one-hot labels [n, ways] → the layers that decide as `scores` does. */
  layer(support: tf.Tensor2D, labels: tf.Tensor2D, weights: Tensors, settings: MetaSettings): HeadLayers;
  /** How sub-models decide by their support examples, where leaving one out is known in closed form. */
  rule?(weights: Readonly<Record<string, Packed>>): SupportRule;
}

export interface Adapted {
  /** [queries, ways] */
  readonly logits: tf.Tensor2D;
  /** New averages of batch normalisation, when training. */
  readonly state: Tensors;
  /** What to minimise where it is not the cross-entropy of the queries (Reptile). */
  readonly surrogate?: tf.Scalar;
}

/** A method that adapts weights to the support set by gradient steps. */
export interface AdaptationMethod<Name extends string = string> extends Described<Name> {
  readonly kind: 'ADAPTATION';
  /** Learns a head of its own, so that its models serve only as many ways as they were trained for. */
  readonly ownHead?: true;
  /** Trained arrays besides the backbone's, given those: the head, learnt rates. */
  parameters?(
    backbone: Readonly<Record<string, Packed>>,
    dim: number,
    settings: MetaSettings,
  ): Record<string, Packed>;
  /** Weights of the network with its head after the inner steps on x [n, …] with labels [n] in 0…ways−1. */
  adapt(x: tf.Tensor, labels: tf.Tensor1D, weights: Tensors, context: EpisodeContext): Tensors;
  /** A scalar whose gradient replaces that of the queries' loss. */
  surrogate?(start: Tensors, adapted: Tensors): tf.Scalar;
}

/** Everything that Kshot knows of a method. Forms, the API, storage and training are derived from it. */
export type MetaMethod<Name extends string = string> = MetricMethod<Name> | AdaptationMethod<Name>;
