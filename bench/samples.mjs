const at = (samples, share) =>
  [...samples].sort((a, b) => a - b)[Math.min(samples.length - 1, Math.floor(samples.length * share))];

export const median = (samples) => at(samples, 0.5);
export const spread = (samples) => `${at(samples, 0.25).toFixed(1)}…${at(samples, 0.75).toFixed(1)}`;
