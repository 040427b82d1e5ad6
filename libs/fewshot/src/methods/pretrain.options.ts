import { networkOptions } from '../options/network-options.js';
import { objectiveOptions } from '../options/objective-options.js';
import { optimizerOptions } from '../options/optimizer-options.js';
import type { SettingsOf } from '../options/option.js';
import { trainingOptions } from '../options/training-options.js';

/** min over w of (1/|D|) Σ L(y, f_w(x)) + λ R(w) on a large set; by default Dense 128, 64, n for 10 epochs of batches of 32. */
export const pretrainOptions = [
  ...networkOptions,
  ...objectiveOptions,
  ...optimizerOptions,
  ...trainingOptions,
] as const;

export type PretrainSettings = SettingsOf<typeof pretrainOptions>;
