import type { AdaptationMethod } from '../meta-method.js';
import { featuresOf, passMode, usesSupportStatistics } from '../pass.js';
import { adaptHead, headStart, ratesStart } from './adaptation.js';

/** ANIL, almost no inner loop (Raghu 2020): MAML whose inner steps move the head alone. */
export const anil: AdaptationMethod<'ANIL'> = {
  name: 'ANIL',
  title: 'ANIL',
  description: 'MAML that adapts the head only (Raghu 2020).',
  whenToUse: 'As MAML, at a fraction of the cost.',
  paper: 'Raghu 2020, arXiv:1909.09157',
  kind: 'ADAPTATION',
  options: ['poses', 'secondOrder', 'learnRates'],
  ownHead: true,
  parameters(_backbone, dim, settings) {
    const head = headStart(dim, settings);
    return { ...head, ...(settings.learnRates ? ratesStart(head, settings.innerRate, 'ARRAY') : {}) };
  },
  adapt(x, labels, start, context) {
    const mode = passMode(
      context.settings,
      context.training || usesSupportStatistics(anil, context.settings),
    );
    const { features } = featuresOf(context.network, start, context.state, x, mode);
    return adaptHead(features, labels, start, context);
  },
};
