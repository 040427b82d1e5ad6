import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { OptimizerConfig, Penalty } from './optimizer.js';

/** Named tensors. */
export type Tensors = Readonly<Record<string, Tensor>>;
/** Numbers on the host, row-major. Bytes become int32 tensors. */
export type Values = Float32Array | Int32Array | Uint8Array;
/** Numbers with a shape: examples that stay resident beside the weights. */
export interface Packed {
  readonly shape: readonly number[];
  readonly values: Values;
}
/** What a call is fed, by name: indices of examples, class numbers, masks drawn by the seeded generator. */
export interface Feed {
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
}
export type Feeds = Readonly<Record<string, Feed>>;
export type Fed = Readonly<Record<string, Values>>;
/** Everything a function of the parameters may read besides them. Nothing random: masks and draws are fed. */
export interface Scope {
  readonly state: Tensors;
  readonly data: Tensors;
  readonly feeds: Tensors;
}
export interface LossResult {
  /** Mean data loss, without the penalty. */
  readonly loss: Scalar;
  /** Further scalars to report for each step. */
  readonly metrics?: Readonly<Record<string, Scalar>>;
  /** New values of some of the state (moving averages), assigned after the step. */
  readonly state?: Tensors;
}
export interface Training {
  readonly feeds: Feeds;
  loss(parameters: Tensors, scope: Scope): LossResult;
  readonly optimizer: OptimizerConfig;
  /** λ R(w), added to the loss; its gradient is exact and its value reported as `penalty`. */
  readonly penalty?: Penalty;
}
export interface Query {
  readonly feeds: Feeds;
  outputs(parameters: Tensors, scope: Scope): Tensors;
}
/** A pure description of a computation: an engine runs it eagerly or as one recorded graph. */
export interface ProgramSpec<Q extends string = string> {
  readonly parameters: Tensors;
  readonly state?: Tensors;
  /** Large and resident: the engine may read the arrays in place, so they must not be changed afterwards. */
  readonly data?: Readonly<Record<string, Packed>>;
  readonly training?: Training;
  /** Functions of the present parameters: validation loss, predictions, embeddings. */
  readonly queries?: Readonly<Record<Q, Query>>;
}
/** Everything needed to go on: parameters, state, optimiser slots and the number of steps taken. */
export interface Snapshot {
  readonly step: number;
  readonly arrays: Readonly<Record<string, Packed>>;
}
export interface Program<Q extends string = string> {
  /**
   * Takes `rates.length` steps. Each feed holds the steps' values one after another: [steps, ...shape].
   * Returns for each step `loss`, `penalty` and the metrics, each [steps].
   */
  train(fed: Fed, rates: Float32Array): Record<string, Float32Array>;
  /** Runs a query on the present parameters. */
  call(query: Q, fed: Fed): Record<string, Packed>;
  /** The present parameters and state, by name. */
  weights(): Record<string, Packed>;
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
  dispose(): void;
}
export interface Engine {
  readonly name: 'tensorflow' | 'cpu';
  program<Q extends string>(spec: ProgramSpec<Q>): Program<Q>;
}
