import { HEAD } from '../meta/backbone.js';
import type { TransferSettings } from '../methods/transfer.options.js';
import { kernelNames } from '../networks/initial-weights.js';
import type { Network } from '../networks/layer.js';
import { multiplications } from '../networks/multiplications.js';
import { count, layerShapes } from '../networks/shapes.js';
import { derivedSeed } from '../random/random.js';
import type { Held } from '../training/held.js';

const THIN = 54;

/** Vectors of words are most of an encoder's weights, and a few texts touch few of them: tuning an encoder keeps them. */
export const WORDS = 'tokens/words';

type Tuning = Pick<TransferSettings, 'tuned' | 'lastLayers' | 'rank' | 'seed'>;

/** What of a network stays as it is while it is tuned, by name; the head never does. */
export function heldArrays(
  network: Network,
  { tuned, lastLayers, rank, seed }: Tuning,
): Pick<Held, 'frozen' | 'lowRank'> {
  const weighted = layerShapes(network).filter(
    ({ layer, parameters }) => layer.name !== HEAD && Object.keys(parameters).length > 0,
  );
  const arraysOf = (some: typeof weighted) =>
    some.flatMap(({ layer, parameters }) => Object.keys(parameters).map((name) => `${layer.name}/${name}`));
  const all = arraysOf(weighted);
  switch (tuned) {
    case 'ALL':
      return { frozen: [] };
    case 'LAST': {
      const first = startsOf(weighted.map(({ layer }) => layer.kind)).at(-lastLayers) ?? 0;
      return { frozen: arraysOf(weighted.slice(0, first)) };
    }
    case 'NORMALISATION':
      return {
        frozen: arraysOf(
          weighted.filter(({ layer: { kind } }) => kind !== 'batchNorm' && kind !== 'layerNorm'),
        ),
      };
    case 'LOW_RANK':
      return { frozen: all, lowRank: { kernels: kernelNames(all), rank, seed: derivedSeed(seed, THIN) } };
  }
}

/** Weights of a network that tuning trains, and the forward passes' worth of work of an example: the way through, the way back to the first layer that moves, and the gradients of kernels. Arrays of `kept` stay in any case. */
export function tuningCost(
  network: Network,
  settings: Tuning,
  kept: readonly string[] = [],
): { parameters: number; share: number } {
  const { frozen, lowRank } = heldArrays(network, settings);
  const still = new Set([...frozen, ...kept]);
  const layers = layerShapes(network);
  const moving = layers.map(({ layer, parameters }) =>
    Object.entries(parameters).filter(([name]) => !still.has(`${layer.name}/${name}`)),
  );
  const thin = lowRank ? layers.flatMap(({ parameters: { kernel } }) => (kernel ? [kernel] : [])) : [];
  const first = lowRank ? 0 : moving.findIndex((own) => own.length > 0);
  const back = multiplications(network, Math.max(0, first)) / Math.max(1, multiplications(network));
  const parameters =
    moving.flat().reduce((sum, [, shape]) => sum + count(shape), 0) +
    thin.reduce(
      (sum, kernel) => sum + settings.rank * (count(kernel.slice(0, -1)) + (kernel.at(-1) ?? 0)),
      0,
    );
  return { parameters, share: 1 + back * (settings.tuned === 'NORMALISATION' ? 1 : 2) };
}

/** Where layers begin that are counted as one: a block of a transformer from its attention on, else each by itself. */
function startsOf(kinds: readonly string[]): number[] {
  const first = kinds.indexOf('attention');
  return [...kinds.keys()].filter((i) => first < 0 || i < first || kinds[i] === 'attention');
}
