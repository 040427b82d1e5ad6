import type { AdaptationMethod } from '../meta-method.js';
import { adaptAll, headStart, ratesStart } from './adaptation.js';

/** Meta-SGD (Li 2017): MAML that learns a rate, and so a direction, for every single weight. */
export const metaSgd: AdaptationMethod = {
  kind: 'ADAPTATION',
  parameters(backbone, dim, settings) {
    const head = headStart(dim, settings);
    return { ...head, ...ratesStart({ ...backbone, ...head }, settings.innerRate, 'WEIGHT') };
  },
  adapt: adaptAll,
};
