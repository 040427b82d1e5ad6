import type { PackArray, PackManifest } from '@kshot/domain';
import { randomFrom, stratifiedHoldOut } from '@kshot/fewshot';
import type { Part } from '../layout/part-of.js';
import { quoteNames } from '../names/quote-names.js';

export interface ImportedSplit {
  readonly entry: PackManifest['splits'][number];
  readonly array: PackArray;
  readonly warnings: readonly string[];
}

const order: readonly Part[] = ['train', 'validation', 'test'];

/** The split that the data themselves name, or a share held out for the test where they name none that can be used. */
export function splitFor(
  labels: Int32Array,
  parts: readonly (Part | null)[],
  names: readonly string[],
  { testShare, seed }: { readonly testShare: number; readonly seed: number },
): ImportedSplit {
  const present = new Set(parts.filter((part) => part !== null));
  if (present.size === 0)
    return withClassWarnings(heldOutSplit(labels, testShare, seed), labels, names, testShare > 0);
  const train = parts.some((part) => part === 'train' || part === null);
  if (train && present.size > (present.has('train') ? 1 : 0))
    return withClassWarnings(givenSplit(parts), labels, names, present.has('test'));
  const made = heldOutSplit(labels, testShare, seed);
  const why = train
    ? 'All examples are in the train part, so none is left to test on.'
    : `No example is in the train part; parts found: ${[...present].join(', ')}.`;
  return withClassWarnings(
    {
      ...made,
      warnings: [
        `${why} The division was replaced by a new one, with ${Math.round(100 * testShare)} % for test.`,
      ],
    },
    labels,
    names,
    testShare > 0,
  );
}

/** The split that the file itself names; examples without a part are for training. */
function givenSplit(parts: readonly (Part | null)[]): ImportedSplit {
  const present = order.filter((part) => part === 'train' || parts.includes(part));
  const assigned = Uint8Array.from(parts, (part) => Math.max(0, present.indexOf(part ?? 'train')));
  const free = parts.filter((part) => part === null).length;
  return {
    entry: { name: 'given', seed: 0, parts: present },
    array: { shape: [assigned.length], values: assigned },
    warnings:
      free > 0
        ? [
            `${free} ${free === 1 ? 'example has' : 'examples have'} no part and ${free === 1 ? 'was' : 'were'} put into train.`,
          ]
        : [],
  };
}

/** A stratified share held out for the test. */
function heldOutSplit(labels: Int32Array, share: number, seed: number): ImportedSplit {
  const { held } = stratifiedHoldOut(
    labels,
    labels.map((_, row) => row),
    share,
    randomFrom(seed),
  );
  const assigned = new Uint8Array(labels.length);
  for (const row of held) assigned[row] = 1;
  return {
    entry: { name: 'default', seed, parts: ['train', 'test'] },
    array: { shape: [assigned.length], values: assigned },
    warnings: [],
  };
}

/** Reports the classes that cannot be learned or tested because a part lacks them. */
function withClassWarnings(
  split: ImportedSplit,
  labels: Int32Array,
  names: readonly string[],
  tested: boolean,
): ImportedSplit {
  const lacking = (part: string): string[] => {
    const k = split.entry.parts.indexOf(part);
    const there = new Set(labels.filter((_, row) => split.array.values[row] === k));
    return names.filter((_, index) => !there.has(index));
  };
  const sentence = (part: string, missing: readonly string[], then: string): string[] => {
    if (missing.length === 0) return [];
    if (missing.length === names.length) return [`The ${part} part is empty. ${then}`];
    const subject = missing.length === 1 ? '1 class has' : `${missing.length} classes have`;
    return [`${subject} no example in the ${part} part: ${quoteNames(missing)}. ${then}`];
  };
  return {
    ...split,
    warnings: [
      ...split.warnings,
      ...sentence('train', lacking('train'), 'A model cannot learn them: add training examples.'),
      ...(tested
        ? sentence(
            'test',
            lacking('test'),
            'A test cannot measure them: add examples, or evaluate by cross-validation.',
          )
        : []),
    ],
  };
}
