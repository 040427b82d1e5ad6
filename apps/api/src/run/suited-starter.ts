import type { Model, ReadyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { starterFor } from './starter-for.js';

/** Grey pictures with this many examples of each class teach a small network more than a model of photos knows of them. */
const ENOUGH_DRAWINGS = 20;

/** The starter for such examples; none where a network of its own does better. */
export async function suitedStarter(
  { store }: Context,
  { modality, manifest, exampleCount, classCount, dataSet }: ReadyVersion,
): Promise<Model | undefined> {
  const { image } = manifest;
  if (modality === 'TABLE') return undefined;
  if (image?.channels === 1 && exampleCount / classCount >= ENOUGH_DRAWINGS) return undefined;
  return starterFor(store, modality, dataSet.shipped ? null : dataSet.projectId);
}
