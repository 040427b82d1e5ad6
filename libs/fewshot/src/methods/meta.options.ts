import { metaOptions } from '../options/meta-options.js';
import { optimizerOptions } from '../options/optimizer-options.js';
import type { SettingsOf } from '../options/option.js';

/** Training over episodes; by default a prototypical network, 20-way 1-shot, 30 epochs of 100 episodes. */
export const metaTrainOptions = [...metaOptions, ...optimizerOptions] as const;

export type MetaSettings = SettingsOf<typeof metaTrainOptions>;
