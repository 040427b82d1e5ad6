import type { MetaSettings } from '../methods/meta.options.js';
import { metaMethod } from './meta-methods.js';

/**
 * A training's stages, one after another: all of it, and where the settings ask for last epochs, these on examples as they are,
 * of any classes together, normalised by held averages as in use, at a third of the rate, falling to zero.
 */
export function stagesOf(settings: MetaSettings): readonly MetaSettings[] {
  if (lastEpochs(settings) === 0) return [settings];
  return [
    settings,
    {
      ...settings,
      epochs: settings.finishEpochs,
      finishEpochs: 0,
      augmentation: 'NONE',
      scope: 'ALL',
      heldAverages: true,
      learningRate: settings.learningRate / 3,
      schedule: 'COSINE',
      warmupEpochs: 0,
    },
  ];
}

/** Epochs of all stages where none stops early. */
export const plannedEpochs = (settings: MetaSettings): number => settings.epochs + lastEpochs(settings);

/** Adapting methods normalise by the support in use; held averages are not what they meet there. */
const lastEpochs = ({ method, finishEpochs }: MetaSettings): number =>
  metaMethod(method).kind === 'METRIC' ? finishEpochs : 0;
