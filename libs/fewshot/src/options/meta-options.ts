import { adaptationOptions } from './adaptation-options.js';
import { episodeOptions } from './episode-options.js';
import { metaMethodOptions } from './meta-method-options.js';
import { metaTrainingOptions } from './meta-training-options.js';

/** What is learnt over episodes, from what, and for how long. */
export const metaOptions = [
  ...metaMethodOptions,
  ...episodeOptions,
  ...adaptationOptions,
  ...metaTrainingOptions,
] as const;
