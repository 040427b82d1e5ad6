import type { AdaptationMethod } from '../meta-method.js';
import { adaptAll, headStart, ratesStart } from './adaptation.js';

/**
 * Model-agnostic meta-learning (Finn 2017): a start from which a few gradient steps on the support suffice, learnt through
 * those steps (second order) or as if they were constant (first order); perhaps with a learnt rate for each array
 * (Antoniou 2019).
 */
export const maml: AdaptationMethod<'MAML'> = {
  name: 'MAML',
  title: 'MAML',
  description: 'A start from which a few gradient steps suffice (Finn 2017).',
  whenToUse: 'Tasks that differ in more than their classes; slow to train.',
  paper: 'Finn 2017, arXiv:1703.03400',
  kind: 'ADAPTATION',
  options: ['poses', 'secondOrder', 'learnRates'],
  ownHead: true,
  parameters(backbone, dim, settings) {
    const head = headStart(dim, settings);
    const learned = { ...backbone, ...head };
    return { ...head, ...(settings.learnRates ? ratesStart(learned, settings.innerRate, 'ARRAY') : {}) };
  },
  adapt: adaptAll,
};
