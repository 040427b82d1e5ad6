import type { Fed, Feeds, Packed, Tensors } from '@kshot/fewshot';
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
