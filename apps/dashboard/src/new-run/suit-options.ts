import type { MethodOptionFragment, Modality, Technique } from '@/generated/graphql';
import type { OptionTexts } from './option-text';

const IMAGES_ONLY = ['looks', 'imageSize', 'frame', 'filters', 'rotations', 'mirrors', 'augmentation'];
const TEXTS_ONLY = ['textFeatures', 'classNames'];
const CONVOLUTIONAL = ['CONV4', 'CONVOLUTIONS', 'RESNET12', 'RESNET12_NARROW'];
/** A model to start from takes the place of these. */
const BACKBONE = ['backbone', 'filters', 'widths', 'imageSize', 'frame', 'textFeatures'];
/** Heads that are solved for take no steps: only fine-tuning heeds these groups. */
const FITTING_GROUPS = ['Objective', 'Optimiser', 'Training'];

export type Given = {
  technique: Technique;
  method: string;
  modality: Modality | null;
  classCount: number | null;
  hasModel: boolean;
};

/** The options that can matter for the chosen data, method and model. */
export function countingOptions<Option extends { name: string; group: string }>(
  options: readonly Option[],
  { technique, method, modality, hasModel }: Omit<Given, 'classCount'>,
): Option[] {
  const idle = new Set([
    ...(modality && modality !== 'IMAGE' ? IMAGES_ONLY : []),
    ...(modality && modality !== 'TEXT' ? TEXTS_ONLY : []),
    ...(technique === 'META' && hasModel ? BACKBONE : []),
  ]);
  const solved = technique === 'TRANSFER' && method !== 'FINE_TUNE';
  return options.filter(({ name, group }) => !idle.has(name) && !(solved && FITTING_GROUPS.includes(group)));
}

/** The same with the choices that can matter. */
export const suitedOptions = (
  options: readonly MethodOptionFragment[],
  given: Given,
): MethodOptionFragment[] =>
  countingOptions(options, given).map((option) =>
    given.modality && given.modality !== 'IMAGE' && option.choices
      ? { ...option, choices: option.choices.filter(({ value }) => !CONVOLUTIONAL.includes(value)) }
      : option,
  );

/** What suits the data better than the server's default; the user's own texts go over it. */
export function suggestedTexts({ technique, modality, classCount, hasModel }: Given): OptionTexts {
  if (technique === 'PRETRAIN') return modality === 'IMAGE' ? { network: 'CONV4' } : {};
  if (technique !== 'META') return {};
  // As the server divides them: a fifth for the test, then 15 % for validation.
  const left = classCount === null ? 20 : Math.round(classCount * 0.8 * 0.85);
  return {
    ...(modality && modality !== 'IMAGE' && !hasModel ? { backbone: 'DENSE' } : {}),
    ...(left < 20 && left >= 2 ? { ways: String(left) } : {}),
  };
}
