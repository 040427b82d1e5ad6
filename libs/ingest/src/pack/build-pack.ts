import { DomainError, type ImportRequest, type Pack, type PackArray, type PackManifest } from '@kshot/domain';
import type { Part } from '../layout/part-of.js';
import { type Classed, classesOf } from './classes.js';
import { findCopies } from './find-copies.js';
import { type NearPair, nearCopies } from './near-copies.js';
import { oddClassNames } from './odd-class-names.js';
import { splitFor } from './splits.js';

/** Examples as they were read, one entry each. */
export interface ReadExamples {
  readonly names: readonly string[];
  readonly places: readonly (Classed & { readonly part: Part | null })[];
  /** Of the content: equal ones are copies. Those of unlabelled examples, and their names and content, come behind the others. */
  readonly keys: ArrayLike<number>;
  /** Examples that are nearly the same as others, and in which sense. */
  readonly near?: { readonly pairs: readonly NearPair[]; readonly what: string };
  readonly manifest: Pick<PackManifest, 'modality' | 'image' | 'text' | 'columns'>;
  readonly arrays: Readonly<Record<string, PackArray>>;
  readonly warnings: readonly string[];
}

/** What the examples are, without their content: known before anything is decoded, so that failures come early. */
export function buildPack(examples: ReadExamples, request: ImportRequest): Pack {
  const { names, places, keys, near, manifest, arrays, warnings } = examples;
  const unlabelled = names.length - places.length;
  if (names.length === 0)
    throw new DomainError('DATA_EMPTY', `The file holds no examples. ${warnings.join(' ')}`.trim());
  const { classes, labels } = classesOf(places, warnings, request);
  const classNames = classes.map(({ name }) => name);
  const split = splitFor(
    labels,
    places.map(({ part }) => part),
    classNames,
    request,
  );
  return {
    manifest: {
      format: 'kshot-pack-1',
      ...manifest,
      count: labels.length,
      classes,
      splits: [split.entry],
      ...(unlabelled > 0 ? { unlabelled } : {}),
      warnings: [
        ...warnings,
        ...split.warnings,
        ...oddClassNames(classNames),
        ...findCopies(keys, names, labels, split.array.values),
        ...(near ? nearCopies(near.pairs, keys, names, split.array.values, near.what) : []),
      ],
    },
    arrays: {
      ...arrays,
      labels: { shape: [labels.length], values: labels },
      [`parts:${split.entry.name}`]: split.array,
    },
  };
}
