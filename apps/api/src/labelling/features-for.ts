import type { PackManifest } from '@kshot/domain';
import { type LabelledRows, type LabelSpace, labelSpace } from '@kshot/fewshot';
import { readSampledFeatures } from '@kshot/store';
import type { Context } from '../context.js';
import { keptLast } from '../kept-last.js';

/** Versions whose features are kept in memory. */
const MOST = 3;
/** Test examples that are judged at each answer. */
const MOST_TESTED = 500;

interface Known {
  readonly space: LabelSpace;
  /** Place in the version of each row of the features. */
  readonly rows: Int32Array;
  readonly placeOf: ReadonlyMap<number, number>;
  readonly fit: LabelledRows;
  readonly heldOut: LabelledRows;
  readonly unlabelled: readonly number[];
}

const kept = keptLast<Promise<Known>>(MOST);

/** The features of a labelling with the labels of its version; the last few are kept between answers. */
export function featuresFor(context: Context, featuresHash: string, packHash: string): Promise<Known> {
  return kept(`${featuresHash} ${packHash}`, () => read(context, featuresHash, packHash));
}

async function read({ store, loaders }: Context, featuresHash: string, packHash: string): Promise<Known> {
  const { features, rows } = await readSampledFeatures(store.blobs, featuresHash);
  const pack = await loaders.pack.load(packHash);
  const { count, splits }: PackManifest = pack.manifest;
  const labels = await pack.rows('labels', 0, count);
  const [split] = splits;
  const test = split?.parts.indexOf('test') ?? -1;
  const assigned = split && test >= 0 ? await pack.rows(`parts:${split.name}`, 0, count) : undefined;
  const places = [...rows.keys()];
  const labelOf = (place: number) => labels[rows[place] as number] as number;
  const labelled = places.filter((place) => (rows[place] as number) < count);
  const isTest = (place: number) => assigned?.[rows[place] as number] === test;
  const both = (some: number[]): LabelledRows => ({ rows: some, labels: some.map(labelOf) });
  const fit = both(labelled.filter((place) => !isTest(place)));
  return {
    space: labelSpace(features, fit),
    rows,
    placeOf: new Map(places.map((place) => [rows[place] as number, place])),
    fit,
    heldOut: both(labelled.filter(isTest).slice(0, MOST_TESTED)),
    unlabelled: places.filter((place) => (rows[place] as number) >= count),
  };
}
