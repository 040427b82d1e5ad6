import type { Packed } from '@kshot/fewshot';

/** What is taken from a picture's colours, and what they are divided by. */
export interface Colours {
  readonly image_mean: readonly number[];
  readonly image_std: readonly number[];
}

/** A convolution over patches with the pixels' mean and deviation in its weights: [out, colours, p, p] as [p, p, colours, out]. */
export function patchWeights(
  { shape: [width = 0, , patch = 0], values }: Packed,
  bias: Packed | undefined,
  { image_mean: mean, image_std: deviation }: Colours,
): Record<string, Packed> {
  const shifted = bias ? Float32Array.from(bias.values) : new Float32Array(width);
  const kernel = new Float32Array(values.length);
  for (let out = 0; out < width; out++)
    for (let colour = 0; colour < 3; colour++)
      for (let place = 0; place < patch * patch; place++) {
        const weight = values[(out * 3 + colour) * patch * patch + place] as number;
        const scaled = weight / (deviation[colour] as number);
        kernel[(place * 3 + colour) * width + out] = scaled;
        shifted[out] = (shifted[out] as number) - scaled * (mean[colour] as number);
      }
  return {
    'patches/kernel': { shape: [patch, patch, 3, width], values: kernel },
    'patches/bias': { shape: [width], values: shifted },
  };
}
