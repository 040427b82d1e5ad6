export type Part = 'train' | 'validation' | 'test';

const partWords: ReadonlyMap<string, Part | 'unlabelled'> = new Map([
  ...['train', 'training', 'trn', 'trains', 'learn', 'learning'].map((word) => [word, 'train'] as const),
  ...['validation', 'validate', 'valid', 'val', 'dev', 'development'].map(
    (word) => [word, 'validation'] as const,
  ),
  ...['test', 'testing', 'tests', 'tst', 'holdout', 'eval', 'evaluation'].map(
    (word) => [word, 'test'] as const,
  ),
  ...['unlabelled', 'unlabeled', 'unsup', 'unsupervised', 'pred', 'predict', 'prediction'].map(
    (word) => [word, 'unlabelled'] as const,
  ),
]);

/** Words that say nothing about the part: training_set, seg_train, test images. */
const fillers = new Set(
  'set sets data dataset images image img imgs pictures photos seg split part partition folder files x the'.split(
    ' ',
  ),
);

/** The name of a file without its ending, and of a piece of several that of the whole: train of train-00000-of-00002.parquet. */
export const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '').replace(/-\d+-of-\d+$/, '');

/** The part that a name of a folder, a file or a cell means, in any case: train, training_set, seg_train, TrainData, val2017. */
export function partOf(name: string): Part | 'unlabelled' | null {
  const words = name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll(/hold[\s_-]?out/g, 'holdout')
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .map((word) => word.replace(/^(.{3,})(?:sets?|data|images|imgs)$/, '$1'))
    .filter((word) => !fillers.has(word));
  return words.length === 1 ? (partWords.get(words[0] as string) ?? null) : null;
}

/** A name that ends in a part, with what stands before: 20news-bydate-train. It means one where a neighbour differs by the part alone. */
export function partAtEnd(name: string): { stem: string; part: Part } | null {
  const [, stem, word = ''] = /^(.*\S)[\s_.-]+(\p{L}+)$/u.exec(name) ?? [];
  const part = partWords.get(word.toLowerCase());
  return stem === undefined || part === undefined || part === 'unlabelled' ? null : { stem, part };
}
