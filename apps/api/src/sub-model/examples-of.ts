import { namedInWords } from '@kshot/fewshot';
import type { SupportClassInput } from './sub-model.input.js';

/** Examples of a class; of a text class without any its name is one. */
export const examplesOf = (
  { name, examples }: SupportClassInput,
  isText: boolean,
): SupportClassInput['examples'] =>
  isText && examples.length === 0 ? [{ text: namedInWords(name) }] : examples;
