import type { Packed } from '../engine/program.js';
import { type ClassRows, classRows } from '../episodes/class-rows.js';
import { splitClasses } from '../episodes/class-split.js';
import { rotatedClasses, rotatedPictures } from '../episodes/rotated-classes.js';
import { encodeExamples, type RawExamples } from '../inputs/examples.js';
import { inputSpec } from '../inputs/fit-input.js';
import type { InputSpec } from '../inputs/input-spec.js';
import type { Classifier } from '../methods/classifier.js';
import type { MetaSettings } from '../methods/meta.options.js';
import { derivedSeed, randomFrom } from '../random/random.js';

export interface MetaTask {
  readonly raw: RawExamples;
  /** [n] classes in 0…classes.length−1. */
  readonly labels: Int32Array;
  readonly classes: readonly string[];
  /** The family of each class, where there are any. */
  readonly groups?: readonly (string | undefined)[];
  /** Class numbers to learn from and to choose the best weights by. Validation may be empty; other classes are not touched. */
  readonly parts: { readonly train: readonly number[]; readonly validation: readonly number[] };
  /** A pretrained model whose layers up to its last dense one are the start. */
  readonly pretrained?: Classifier;
}

export interface MetaData {
  readonly input: InputSpec;
  /** [examples or, with rotations, 4 · examples, …] */
  readonly x: Packed;
  readonly train: readonly ClassRows[];
  readonly validation: readonly ClassRows[];
}

const VALIDATION = 22;

/** Encodes the examples, holds validation classes out where none are named, and adds turned classes. */
export function metaData(task: MetaTask, settings: MetaSettings): MetaData {
  const all = classRows(task.labels, task.classes, task.groups);
  const named = task.parts.train.map((k) => all[k] as ClassRows);
  const watched = task.parts.validation.map((k) => all[k] as ClassRows);
  const parts = watched.length > 0 ? [watched, named] : heldOut(named, settings);
  const [validation = [], train = []] = parts;
  const rows = Int32Array.from(train.flatMap((c) => [...c.rows]));
  const input = task.pretrained?.input ?? inputSpec(task.raw, rows, settings);
  const x = encodeExamples(input, task.raw, Int32Array.from(task.labels.keys()));
  if (!settings.rotations) return { input, x, train, validation };
  const count = task.labels.length;
  return {
    input,
    x: rotatedPictures(x),
    train: rotatedClasses(train, count),
    validation: rotatedClasses(validation, count),
  };
}

/** A share of the classes, or of the groups when episodes stay within one. */
function heldOut(named: readonly ClassRows[], settings: MetaSettings): ClassRows[][] {
  const by = settings.scope === 'GROUP' ? 'GROUP' : 'CLASS';
  const units = by === 'GROUP' ? new Set(named.map((c) => c.group ?? c.name)).size : named.length;
  const count = Math.min(units - 1, Math.round(units * settings.validationShare));
  if (count < (by === 'GROUP' ? 1 : 2)) return [[], [...named]];
  return splitClasses(named, [count], by, randomFrom(derivedSeed(settings.seed, VALIDATION)));
}
