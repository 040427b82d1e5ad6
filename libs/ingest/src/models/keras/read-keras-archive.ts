import { DomainError } from '@kshot/domain';
import { Dataset, type Dataset as H5Dataset } from 'h5wasm/node';
import type { Archive } from '../../archives/archive.js';
import type { ForeignModel } from '../foreign-model.js';
import { withEntryFile } from '../with-entry-file.js';
import { kerasLayers } from './keras-config.js';
import { kerasNetwork } from './keras-network.js';
import { openHdf5, readWeights } from './read-keras.js';

/** The order in which Keras 3 numbers the weights of a layer. */
const ORDER: Readonly<Record<string, number>> = {
  kernel: 0,
  bias: 1,
  gamma: 0,
  beta: 1,
  mean: 2,
  variance: 3,
};

/** Reads a `.keras` file: config.json, and weights by the place of their layer. Throws DATA_FORMAT, DATA_TOO_LARGE. */
export async function readKerasArchive({ entries }: Archive): Promise<ForeignModel> {
  const config = entries.find(({ name }) => name === 'config.json')!;
  const weights = entries.find(({ name }) => name.endsWith('.weights.h5'))!;
  const json = (await config.read()).toString();
  const network = kerasNetwork(json);
  const paths = new Map(kerasLayers(json).map(({ name, path }) => [name, path]));
  return withEntryFile(weights, async (path) => {
    const file = await openHdf5(
      path,
      'The weights of the .keras file are not a whole HDF5 file. Save it again as .keras or .h5.',
    );
    try {
      return {
        network,
        weights: readWeights(network, ({ layer, array }): H5Dataset | undefined => {
          const place = ORDER[array];
          if (place === undefined)
            throw new DomainError('DATA_FORMAT', `The ${array} of layer "${layer}" is not read.`);
          const at = paths.get(layer);
          for (const root of [at, at?.replaceAll('layers/', '_layer_checkpoint_dependencies/')]) {
            const found = file.get(`${root}/vars/${place}`);
            if (found instanceof Dataset) return found;
          }
          return undefined;
        }),
      };
    } finally {
      file.close();
    }
  });
}
