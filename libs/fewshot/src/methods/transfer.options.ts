import { objectiveOptions } from '../options/objective-options.js';
import { optimizerOptions } from '../options/optimizer-options.js';
import type { SettingsOf } from '../options/option.js';
import { trainingOptions } from '../options/training-options.js';
import { transferOptions } from '../options/transfer-options.js';

/** A head on a pretrained backbone, or fine-tuning; the objective and how it is minimised only count for the latter. */
export const transferTrainOptions = [
  ...transferOptions,
  ...objectiveOptions,
  ...optimizerOptions,
  ...trainingOptions,
] as const;

export type TransferSettings = SettingsOf<typeof transferTrainOptions>;
