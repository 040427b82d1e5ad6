/** Of a transfer, what trains the network of a model further. */
const TRAINING = ['FINE_TUNE', 'TUNE_ENCODER'];

export const trainsModel = (method: string): boolean => TRAINING.includes(method);

/** Whether a run solves for a head at once: it takes no steps and draws no curves. */
export const isSolved = ({ technique, method }: { technique: string; method: string }): boolean =>
  technique === 'TRANSFER' && !trainsModel(method);

/** Whether a run passes over its examples in epochs; tuning an encoder draws texts for each step. */
export const hasEpochs = ({ method }: { method: string }): boolean => method !== 'TUNE_ENCODER';
