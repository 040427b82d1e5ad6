import { type Engine, eagerEngine } from '@kshot/fewshot';
import { getBackend } from '@tensorflow/tfjs-core';
import { compiledProgram } from './program/compiled-program.js';

/** The engine of the backend that `loadBackend` has chosen: compiled on the native one, eager elsewhere. */
export function engine(): Engine {
  return getBackend() === 'tensorflow' ? { name: 'tensorflow', program: compiledProgram } : eagerEngine();
}
