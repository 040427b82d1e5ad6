import { labelsOf, rawExamples } from '@kshot/domain';
import { classRows, encodeExamples, randomFrom, splitClasses } from '@kshot/fewshot';
import { importFile } from '@kshot/ingest';
import { outsideData } from '../frame/outside-data.ts';
import { drawersOf } from './lake-episodes.mjs';

/** Alphabets that are never trained on, and of the others those that choose hyper-parameters. */
const TEST_ALPHABETS = 5;
const VALIDATION_ALPHABETS = 3;

/** The classes to score on, perhaps without one alphabet, and what they are called. */
export function unseen({ validation, test, split }, { validate, leaveOut }) {
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
export async function characters({ validate, split = 1 }) {
  const file = outsideData('images_background.zip');
  if (!file) return undefined;
  const { pack, names } = await importFile(
    file,
    { fileName: 'images_background.zip', testShare: 0, seed: 1 },
    () => {},
  );
  const labels = labelsOf(pack);
  const { classes } = pack.manifest;
  const all = classRows(
    labels,
    classes.map(({ name }) => name),
    classes.map(({ group }) => group ?? undefined),
  );
  const numbered = all.map((c, k) => ({ ...c, k }));
  const [test, others] = splitClasses(numbered, [TEST_ALPHABETS], 'GROUP', randomFrom(split));
  const [validation, train] = validate
    ? splitClasses(others, [VALIDATION_ALPHABETS], 'GROUP', randomFrom(split + 1))
    : [[], others];
  const drawers = drawersOf(names);
  const raw = rawExamples(pack);
  const task = {
    raw,
    labels,
    classes: classes.map(({ name }) => name),
    groups: classes.map(({ group }) => group ?? undefined),
    parts: { train: train.map(({ k }) => k), validation: validation.map(({ k }) => k) },
  };
  const encoded = (input) => encodeExamples(input, raw, Int32Array.from(labels.keys()));
  return { task, test, validation, drawers, encoded, split };
}
