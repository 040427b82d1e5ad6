type Samples = readonly number[];

const at = (samples: Samples, share: number): number => {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const median = (samples: Samples): number => at(samples, 0.5);

/** The middle half. */
export const spread = (samples: Samples): string =>
  `${at(samples, 0.25).toFixed(1)}…${at(samples, 0.75).toFixed(1)}`;
