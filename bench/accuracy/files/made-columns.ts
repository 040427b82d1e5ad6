import { derivedSeed, randomFrom, shuffled, type TableColumn } from '@kshot/fewshot';

const [MEANS, NUMBERS, CATEGORIES, TEXTS] = [51, 52, 53, 54];
const COLUMNS = 3;
const KINDS = 4;
/** How often the category is that of the class and not any. */
const TELLING = 0.5;

/**
 * Columns beside [n] texts that say a little of their classes: numbers about a mean of each class, which the noise of one deviation
 * hides in part, and a category of four that is right half of the time.
 */
export function madeColumns(labels: Int32Array, classes: number, seed: number): TableColumn[] {
  const means = randomFrom(derivedSeed(seed, MEANS, 0));
  const numbers = Array.from({ length: COLUMNS }, (_, c): TableColumn => {
    const ofClass = Array.from({ length: classes }, () => means.normal());
    const noise = randomFrom(derivedSeed(seed, NUMBERS, c));
    const values = Float32Array.from(labels, (label) => (ofClass[label] as number) + noise.normal());
    return { kind: 'NUMBER', name: `number ${c}`, values };
  });
  const any = randomFrom(derivedSeed(seed, CATEGORIES, 0));
  const values = labels.map((label) => (any.uniform() < TELLING ? label % KINDS : any.below(KINDS)));
  const categories = ['a', 'b', 'c', 'd'];
  return [...numbers, { kind: 'CATEGORY', name: 'category', categories, values }];
}

/** The texts in another order, so that they say nothing of the rows. */
export const strayTexts = (texts: readonly string[], seed: number): string[] =>
  Array.from(
    shuffled(Int32Array.from(texts.keys()), randomFrom(derivedSeed(seed, TEXTS, 0))),
    (row) => texts[row] as string,
  );
