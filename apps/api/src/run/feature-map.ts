import { findRows, readMap } from '@kshot/store';
import { presentClass } from '../class/class.type.js';
import type { Context } from '../context.js';
import { presentExample } from '../example/example.type.js';
import type { FeatureMap } from './feature-map.type.js';
import type { Run } from './run.type.js';

/** The map of a run's test; null where none was drawn. */
export async function featureMap(
  { store, loaders }: Context,
  { mapHash, versionId }: Run,
): Promise<FeatureMap | null> {
  if (!mapHash) return null;
  const { explained, points } = await readMap(store.blobs, mapHash);
  const classes = await loaders.classes.load(versionId);
  const index = points.map((point) => point.index);
  const rows = await findRows(store, 'example', { versionId, index });
  const examples = new Map(rows.map((row) => [row.index, presentExample(row)]));
  return {
    explained,
    points: points.map((point) => ({
      ...point,
      example: examples.get(point.index)!,
      predicted: point.predicted === null ? null : presentClass(classes[point.predicted]!),
    })),
  };
}
