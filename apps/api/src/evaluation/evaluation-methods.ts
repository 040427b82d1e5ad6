import { modalities } from '@kshot/domain';
import {
  headKinds,
  headOptions,
  optionsOfMethod,
  pretrainOptions,
  transferTrainOptions,
} from '@kshot/fewshot';
import { type Method, presentOption } from '../method/method.type.js';

const heads: Method[] = headKinds.map(({ name, title, description, whenToUse, paper, transductive }) => ({
  name,
  technique: 'TRANSFER',
  title,
  description,
  whenToUse,
  paper,
  modalities,
  transductive: transductive === true,
  options: optionsOfMethod(headOptions, name).map(presentOption),
}));

/** What a candidate can be, beside a trained model as it is. */
export const evaluationMethods: Method[] = [
  ...heads,
  {
    name: 'FINE_TUNE',
    technique: 'TRANSFER',
    title: 'Fine-tune',
    description: 'The model is trained further in each fold, draw or episode.',
    whenToUse: 'Ten or more examples to a class. Takes as long as that many trainings.',
    paper: 'Li 2018, arXiv:1802.01483',
    modalities,
    transductive: false,
    options: optionsOfMethod(transferTrainOptions, 'FINE_TUNE').map(presentOption),
  },
  {
    name: 'PRETRAIN',
    technique: 'PRETRAIN',
    title: 'Train from nothing',
    description: 'A network is trained from nothing in each fold, draw or episode.',
    whenToUse: 'To see what a trained model is worth. Takes as long as that many trainings.',
    paper: null,
    modalities,
    transductive: false,
    options: pretrainOptions.map(presentOption),
  },
];
