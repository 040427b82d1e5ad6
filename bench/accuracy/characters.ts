import { labelsOf, rawExamples } from '@kshot/domain';
import {
  type ClassRows,
  classRows,
  encodeExamples,
  type InputSpec,
  type MetaTask,
  type Packed,
  randomFrom,
  splitClasses,
} from '@kshot/fewshot';
import { importFile } from '@kshot/ingest';
import { outsideData } from '../frame/outside-data.js';
import { drawersOf } from './lake-episodes.js';
import type { CharacterOptions } from './options.js';

/** Alphabets that are never trained on, and of the others those that choose hyper-parameters. */
const TEST_ALPHABETS = 5;
const VALIDATION_ALPHABETS = 3;

export interface Characters {
  readonly task: MetaTask;
  readonly test: readonly ClassRows[];
  readonly validation: readonly ClassRows[];
  /** [n] who drew each picture. */
  readonly drawers: Float64Array;
  readonly split: number;
  /** All pictures as a model takes them. */
  encoded(input: InputSpec): Packed;
}

/** The classes to score on, perhaps without one alphabet, and what they are called. */
export function unseen(
  { validation, test, split }: Characters,
  { validate, leaveOut }: Pick<CharacterOptions, 'validate' | 'leaveOut'>,
) {
  const all = validate ? validation : test;
  const classes = all.filter(({ group }) => group !== leaveOut);
  if (leaveOut && classes.length === all.length) throw new Error(`No alphabet here is called ${leaveOut}.`);
  const count = new Set(classes.map(({ group }) => group)).size;
  const without = leaveOut ? `, ${leaveOut} left out` : '';
  return {
    classes,
    name: `${count} ${validate ? 'validation' : 'unseen'} alphabets of split ${split}${without}`,
  };
}

/**
 * Omniglot's background set from its zip: 30 alphabets, of which 5 are for testing, drawn by the seed `split`. With
 * `validate`, 3 of the other 25 choose the best weights; else all 25 are trained on and the last weights are kept. Undefined
 * where the zip is missing.
 */
export async function characters({
  validate = false,
  split = 1,
}: Partial<Pick<CharacterOptions, 'validate' | 'split'>>): Promise<Characters | undefined> {
  const fileName = 'images_background.zip';
  const file = outsideData(fileName);
  if (!file) return undefined;
  const { pack, names } = await importFile(file, { fileName, testShare: 0, seed: 1 }, () => {});
  const labels = labelsOf(pack);
  const classes = pack.manifest.classes.map(({ name }) => name);
  const groups = pack.manifest.classes.map(({ group }) => group ?? undefined);
  const numbered = classRows(labels, classes, groups).map((c, k) => ({ ...c, k }));
  const [test = [], others = []] = splitClasses(numbered, [TEST_ALPHABETS], 'GROUP', randomFrom(split));
  const [validation = [], train = []] = validate
    ? splitClasses(others, [VALIDATION_ALPHABETS], 'GROUP', randomFrom(split + 1))
    : [[], others];
  const raw = rawExamples(pack);
  const parts = { train: train.map(({ k }) => k), validation: validation.map(({ k }) => k) };
  return {
    task: { raw, labels, classes, groups, parts },
    test,
    validation,
    drawers: drawersOf(names),
    encoded: (input) => encodeExamples(input, raw, Int32Array.from(labels.keys())),
    split,
  };
}
