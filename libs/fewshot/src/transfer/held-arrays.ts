import { HEAD } from '../meta/backbone.js';
import type { TransferSettings } from '../methods/transfer.options.js';
import { kernelNames } from '../networks/initial-weights.js';
import type { Network } from '../networks/layer.js';
import { layerShapes } from '../networks/shapes.js';
import { derivedSeed } from '../random/random.js';
import type { Held } from '../training/held.js';

const THIN = 54;

/** What of a network stays as it is while it is tuned, by name; the head never does. */
export function heldArrays(
  network: Network,
  { tuned, lastLayers, rank, seed }: Pick<TransferSettings, 'tuned' | 'lastLayers' | 'rank' | 'seed'>,
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

/** Where layers begin that are counted as one: a block of a transformer from its attention on, else each by itself. */
function startsOf(kinds: readonly string[]): number[] {
  const first = kinds.indexOf('attention');
  return [...kinds.keys()].filter((i) => first < 0 || i < first || kinds[i] === 'attention');
}
