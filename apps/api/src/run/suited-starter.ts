import { isForeign, type Model, multilingualName, type ReadyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { commandToAdd } from '../optional-model/command-to-add.js';
import { starterFor } from './starter-for.js';

/** Grey pictures with this many examples of each class teach a small network more than a model of photos knows of them. */
const ENOUGH_DRAWINGS = 20;

interface Suited {
  /** None where a network of its own does better. */
  readonly starter: Model | undefined;
  /** Why this one, or which would suit better. */
  readonly note: string | null;
  /** Adds the one that would suit better. */
  readonly command: string | null;
}

const NOTHING = { note: null, command: null };

/** The starter for such examples. */
export async function suitedStarter(context: Context, version: ReadyVersion): Promise<Suited> {
  const { modality, manifest, exampleCount, classCount, dataSet } = version;
  const { image } = manifest;
  const drawings = image?.channels === 1 && exampleCount / classCount >= ENOUGH_DRAWINGS;
  if (modality === 'TABLE' || drawings) return { starter: undefined, ...NOTHING };
  const projectId = dataSet.shipped ? null : dataSet.projectId;
  const foreign = modality === 'TEXT' && (await isForeign(await context.loaders.pack.load(version.hash)));
  const preferred = foreign ? multilingualName : undefined;
  const starter = await starterFor(context.store, modality, projectId, preferred);
  return { starter, ...(foreign ? wordsOn(starter) : NOTHING) };
}

function wordsOn(starter: Model | undefined): Omit<Suited, 'starter'> {
  if (starter?.name === multilingualName)
    return {
      note: `Most of these texts are not English, so Train starts from ${multilingualName}.`,
      command: null,
    };
  const english = starter?.shipped ? `, and ${starter.name} was made for English` : '';
  return {
    note: `Most of these texts are not English${english}. Run this command to add a model of 16 languages.`,
    command: commandToAdd(multilingualName),
  };
}
