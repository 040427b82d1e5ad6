import type { AdaptationMethod } from '../meta-method.js';
import { adaptAll, headStart, ratesStart } from './adaptation.js';

/** Meta-SGD (Li 2017): MAML that learns a rate, and so a direction, for every single weight. */
export const metaSgd: AdaptationMethod<'META_SGD'> = {
  name: 'META_SGD',
  title: 'Meta-SGD',
  description: 'MAML with a learnt rate for every weight (Li 2017).',
  whenToUse: 'As MAML, when one inner step must suffice.',
  paper: 'Li 2017, arXiv:1707.09835',
  kind: 'ADAPTATION',
  options: ['secondOrder'],
  ownHead: true,
  parameters(backbone, dim, settings) {
    const head = headStart(dim, settings);
    return { ...head, ...ratesStart({ ...backbone, ...head }, settings.innerRate, 'WEIGHT') };
  },
  adapt: adaptAll,
};
