import { metaRunOptions, modalities } from '@kshot/domain';
import { methodDescriptors, pretrainOptions } from '@kshot/fewshot';
import { type Method, presentOption } from './method.type.js';

/** What a run of meta-learning adds to its method: which classes it is tested on. */
const testOptions = metaRunOptions.filter(({ group }) => group === 'Evaluation');

/** Every way of training that this server offers. */
export const methods: readonly Method[] = [
  {
    name: 'PRETRAIN',
    technique: 'PRETRAIN',
    title: 'Pretrain a network',
    description:
      'Trains a network from nothing by mini-batches: min over w of (1/|D|) Σ L(y, f(x)) + λ R(w).',
    whenToUse:
      'When there are many examples, dozens for each class or more, or to make a model that later learns from a few.',
    paper: null,
    modalities,
    transductive: false,
    options: pretrainOptions.map(presentOption),
  },
  ...methodDescriptors.map((method) => ({
    ...method,
    options: [...method.options, ...(method.technique === 'META' ? testOptions : [])].map(presentOption),
  })),
];
