import type { Packed } from '../engine/program.js';
import { type ClassRows, classRows } from '../episodes/class-rows.js';
import { splitClasses } from '../episodes/class-split.js';
import { mirroredClasses, mirroredPictures } from '../episodes/mirrored-classes.js';
import { rotatedClasses, rotatedPictures } from '../episodes/rotated-classes.js';
import { encodeExamples, type RawExamples } from '../inputs/examples.js';
import { inputSpec } from '../inputs/fit-input.js';
import type { InputSpec } from '../inputs/input-spec.js';
import { medianPixel } from '../inputs/median-pixel.js';
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
  /** [classCopies · examples, …] */
  readonly x: Packed;
  /** The middle pixel of training pictures, 0…255; 0 where there are none. */
  readonly background: number;
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
  const encoded = encodeExamples(input, task.raw, Int32Array.from(task.labels.keys()));
  const background = encoded.values instanceof Uint8Array ? medianPixel(picturesOf(encoded, rows)) : 0;
  const plain = { input, x: encoded, background, train, validation };
  const turned = settings.rotations ? withCopies(plain, rotatedPictures, rotatedClasses) : plain;
  return settings.mirrors ? withCopies(turned, mirroredPictures, mirroredClasses) : turned;
}

function* picturesOf({ shape, values }: Packed, rows: Int32Array): Generator<Uint8Array> {
  const size = values.length / (shape[0] as number);
  for (const row of rows) yield (values as Uint8Array).subarray(row * size, (row + 1) * size);
}

/** How many pictures the settings make of each. */
export const classCopies = ({ rotations, mirrors }: Pick<MetaSettings, 'rotations' | 'mirrors'>): number =>
  (rotations ? 4 : 1) * (mirrors ? 2 : 1);

function withCopies(
  data: MetaData,
  pictures: (x: Packed) => Packed,
  classes: (classes: readonly ClassRows[], pictures: number) => ClassRows[],
): MetaData {
  const count = data.x.shape[0] as number;
  return {
    ...data,
    x: pictures(data.x),
    train: classes(data.train, count),
    validation: classes(data.validation, count),
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
