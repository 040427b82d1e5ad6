/** Whether a run solves for a head at once: it takes no steps and draws no curves. */
export const isSolved = ({ technique, method }: { technique: string; method: string }): boolean =>
  technique === 'TRANSFER' && method !== 'FINE_TUNE' && method !== 'TUNE_ENCODER';
