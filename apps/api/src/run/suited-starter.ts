import { isForeign, type Model, multilingualName, type ReadyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { starterFor } from './starter-for.js';

/** Grey pictures with this many examples of each class teach a small network more than a model of photos knows of them. */
const ENOUGH_DRAWINGS = 20;

interface Suited {
  /** None where a network of its own does better. */
  readonly starter: Model | undefined;
  /** Why this one, or which would suit better. */
  readonly note: string | null;
}

/** The starter for such examples. */
export async function suitedStarter(context: Context, version: ReadyVersion): Promise<Suited> {
  const { modality, manifest, exampleCount, classCount, dataSet } = version;
  const { image } = manifest;
  const drawings = image?.channels === 1 && exampleCount / classCount >= ENOUGH_DRAWINGS;
  if (modality === 'TABLE' || drawings) return { starter: undefined, note: null };
  const projectId = dataSet.shipped ? null : dataSet.projectId;
  const foreign = modality === 'TEXT' && (await isForeign(await context.loaders.pack.load(version.hash)));
  const preferred = foreign ? multilingualName : undefined;
  const starter = await starterFor(context.store, modality, projectId, preferred);
  return { starter, note: foreign ? noteOn(starter) : null };
}

function noteOn(starter: Model | undefined): string {
  if (starter?.name === multilingualName)
    return `Most of these texts are not English, so Train starts from ${multilingualName}.`;
  const english = starter?.shipped ? `, and ${starter.name} was made for English` : '';
  return `Most of these texts are not English${english}: npm run models -- add ${multilingualName} adds a model of 16 languages.`;
}
