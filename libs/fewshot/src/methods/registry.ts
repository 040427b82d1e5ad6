import { headKinds } from '../heads/head-kinds.js';
import { metaMethods } from '../meta/meta-methods.js';
import type { Option } from '../options/option.js';
import { optionsOfMethod } from '../options/options-of-method.js';
import { metaTrainOptions } from './meta.options.js';
import { transferTrainOptions } from './transfer.options.js';

/** What a form and the API say of a method. */
export interface MethodDescriptor {
  readonly technique: 'TRANSFER' | 'META';
  /** The value of the option `method`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly whenToUse: string;
  readonly paper: string;
  readonly modalities: readonly ('IMAGE' | 'TEXT' | 'TABLE')[];
  /** Whether queries are looked at together, so that its accuracies compare only with such. */
  readonly transductive: boolean;
  /** Those of the technique that apply to this method. */
  readonly options: readonly Option[];
}

type Words = readonly [whenToUse: string, paper: string];

const transferWords: Readonly<Record<string, Words>> = {
  ...wordsOf(headKinds),
  AUTO: [
    'Any small set: nothing to choose. The first thing to try.',
    'Stone 1974, doi:10.1111/j.2517-6161.1974.tb00994.x',
  ],
  TUNE_ENCODER: [
    'Texts with three or more examples to a class, when one to two minutes are worth two to three points.',
    'Khosla 2020, arXiv:2004.11362; Tunstall 2022, arXiv:2209.11055',
  ],
  FINE_TUNE: [
    'Ten or more examples to a class, or data unlike what the model was trained on.',
    'Li 2018, arXiv:1802.01483',
  ],
};

const metaWords: Readonly<Record<string, Words>> = wordsOf(metaMethods);

/** Every method of transfer and meta-learning, for forms and the API. */
export const methodDescriptors: readonly MethodDescriptor[] = [
  ...described('TRANSFER', transferTrainOptions, transferWords),
  ...described('META', metaTrainOptions, metaWords),
];

function wordsOf(
  described: readonly Pick<MethodDescriptor, 'name' | 'whenToUse' | 'paper'>[],
): Record<string, Words> {
  return Object.fromEntries(described.map(({ name, whenToUse, paper }) => [name, [whenToUse, paper]]));
}

function described(
  technique: MethodDescriptor['technique'],
  options: readonly Option[],
  words: Readonly<Record<string, Words>>,
): MethodDescriptor[] {
  const method = options.find(({ name }) => name === 'method');
  const choices = method?.kind === 'CHOICE' ? method.choices : [];
  return choices.map(({ value, label, description }) => {
    const [whenToUse, paper] = words[value] as Words;
    return {
      technique,
      name: value,
      title: label,
      description,
      whenToUse,
      paper,
      modalities: value === 'TUNE_ENCODER' ? ['TEXT'] : ['IMAGE', 'TEXT', 'TABLE'],
      transductive: false,
      options: optionsOfMethod(options, value),
    };
  });
}
