import { checkpoint, type TransformerWeights } from './checkpoint.js';
import type { ForeignArrays } from './foreign-arrays.js';

/** Whether weights hold the linear layer that stands beside a tower. */
export const hasProjection = ({ names }: ForeignArrays, name: string): boolean =>
  names.some((one) => one === `${name}.weight` || one.endsWith(`.${name}.weight`));

/** Adds that layer, which has no bias. */
export function addProjection(
  { weights }: TransformerWeights,
  arrays: ForeignArrays,
  name: string,
  inputs: number,
  units: number,
): void {
  weights['projection/kernel'] = checkpoint(arrays, `${name}.weight`).kernel(name, inputs, units);
  weights['projection/bias'] = { shape: [units], values: new Float32Array(units) };
}
