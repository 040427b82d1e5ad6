/** Ops that draw, print, read files or give shapes that depend on values: what they did once must not be repeated. */
const reasons: Record<string, string> = {
  Multinomial: 'draws random numbers',
  RandomUniform: 'draws random numbers',
  RandomStandardNormal: 'draws random numbers',
  Where: 'has a shape that depends on values',
  Unique: 'has a shape that depends on values',
  UniqueV2: 'has a shape that depends on values',
  NonMaxSuppressionV3: 'has a shape that depends on values',
  NonMaxSuppressionV5: 'has a shape that depends on values',
};

/** Why an op must not be recorded, or undefined. */
export function whyNotRecorded(op: string): string | undefined {
  return reasons[op];
}
