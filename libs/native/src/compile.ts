import type { Fed, Feeds, OptimizerConfig, Packed, Penalty, Program, Tensors } from '@kshot/fewshot';
import type { Scalar } from '@tensorflow/tfjs-core';
import { compiledProgram } from './program/compiled-program.js';

export interface Compiled {
  (fed: Fed): Record<string, Packed>;
  dispose(): void;
}

/** Records a pure function of tensors, whose shapes and types are `inputs`, and returns it as one graph. */
export function compile(f: (inputs: Tensors) => Tensors, inputs: Feeds): Compiled {
  const outputs = (_parameters: Tensors, { feeds }: { feeds: Tensors }) => f(feeds);
  const program = compiledProgram({ parameters: {}, queries: { f: { feeds: inputs, outputs } } });
  return Object.assign((fed: Fed) => program.call('f', fed), { dispose: () => program.dispose() });
}

/** A training step of a loss: parameters and slots live in the session, a call takes batches and gives losses. */
export function compileStep(
  loss: (parameters: Tensors, batch: Tensors) => Scalar,
  parameters: Tensors,
  batch: Feeds,
  optimizer: OptimizerConfig,
  penalty?: Penalty,
): Program<never> {
  const training = {
    feeds: batch,
    loss: (present: Tensors, { feeds }: { feeds: Tensors }) => ({ loss: loss(present, feeds) }),
    optimizer,
    penalty,
  };
  return compiledProgram({ parameters, training });
}
