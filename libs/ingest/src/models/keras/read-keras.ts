import { open } from 'node:fs/promises';
import { DomainError } from '@kshot/domain';
import { layerShapes, type Network, parameterCount } from '@kshot/fewshot';
import h5wasm, { Dataset, File, Group } from 'h5wasm/node';
import type { ForeignModel } from '../foreign-model.js';
import { kerasNetwork } from './keras-network.js';

const MOST_WEIGHTS = 200_000_000;

/** Reads a Keras `.h5` file without Python. All shapes are checked before a weight is read. Throws DATA_FORMAT, DATA_TOO_LARGE. */
export async function readKeras(path: string): Promise<ForeignModel> {
  const file = await openHdf5(
    path,
    'The file is not a whole HDF5 file. Save the Keras model again as .h5 or .keras.',
  );
  try {
    const config = file.attrs.model_config?.value;
    if (typeof config !== 'string')
      throw new DomainError(
        'DATA_FORMAT',
        'The file holds weights without a model. Save it with model.save("model.h5").',
      );
    const network = kerasNetwork(config);
    const nested = datasetsByName(file);
    return { network, weights: readWeights(network, (wanted) => datasetOf(file, wanted) ?? nested(wanted)) };
  } finally {
    file.close();
  }
}

/** The weights of a network, each found by its layer and array; all shapes are checked before a weight is read. */
export function readWeights(
  network: Network,
  find: (wanted: Wanted) => Dataset | undefined,
): ForeignModel['weights'] {
  const shapes = shapesOf(network);
  if (parameterCount(network) > MOST_WEIGHTS)
    throw new DomainError('DATA_TOO_LARGE', `The model has more than ${MOST_WEIGHTS} weights.`);
  const found = shapes.map((wanted) => ({ ...wanted, dataset: checked(find(wanted), wanted) }));
  return Object.fromEntries(
    found.map(
      ({ layer, array, shape, dataset }) =>
        [`${layer}/${array}`, { shape, values: valuesOf(dataset, array, shape) }] as const,
    ),
  );
}

const SIGNATURE = Buffer.from([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Opens an HDF5 file. Throws DATA_FORMAT with the given message. */
export async function openHdf5(path: string, otherwise: string): Promise<File> {
  const { activate_throwing_error_handler: throwErrors } = await h5wasm.ready;
  throwErrors(); // otherwise it prints them
  const handle = await open(path);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0).finally(() => handle.close());
  try {
    if (bytesRead < 8 || !buffer.equals(SIGNATURE)) throw new RangeError('not HDF5');
    return new File(path, 'r');
  } catch {
    throw new DomainError('DATA_FORMAT', otherwise);
  }
}

export interface Wanted {
  readonly layer: string;
  readonly array: string;
  readonly shape: readonly number[];
}

function shapesOf(network: Network): Wanted[] {
  try {
    return layerShapes(network).flatMap(({ layer, parameters, state }) =>
      Object.entries({ ...parameters, ...state }).map(([array, shape]) => ({
        layer: layer.name,
        array,
        shape,
      })),
    );
  } catch (error) {
    throw new DomainError('DATA_FORMAT', (error as Error).message);
  }
}

const kerasNames: Readonly<Record<string, readonly string[]>> = {
  kernel: ['kernel', 'depthwise_kernel'],
  mean: ['moving_mean'],
  variance: ['moving_variance'],
};

/** The stored array of a layer, by the names that its group lists. */
function datasetOf(file: File, { layer, array }: Wanted): Dataset | undefined {
  const group = file.get(`model_weights/${layer}`);
  const names = group instanceof Group ? group.attrs.weight_names?.value : undefined;
  const wanted = kerasNames[array] ?? [array];
  const name = (Array.isArray(names) ? (names as string[]) : []).find((each) =>
    wanted.includes(each.split('/').at(-1)?.replace(/:0$/, '') ?? ''),
  );
  const dataset = name === undefined ? undefined : file.get(`model_weights/${layer}/${name}`);
  return dataset instanceof Dataset ? dataset : undefined;
}

/** Arrays of layers of models within models, by the last two names of their paths: …/conv2d/kernel. */
function datasetsByName(file: File): (wanted: Wanted) => Dataset | undefined {
  const byName = new Map<string, Dataset>();
  const root = file.get('model_weights');
  if (root instanceof Group)
    for (const path of root.paths()) {
      const dataset = root.get(path);
      const [layer, array] = path.replace(/:0$/, '').split('/').slice(-2);
      if (dataset instanceof Dataset) byName.set(`${layer}/${array}`, dataset);
    }
  return ({ layer, array }) => {
    const own = layer.split('/').at(-1) as string;
    return (kerasNames[array] ?? [array]).map((name) => byName.get(`${own}/${name}`)).find(Boolean);
  };
}

/** The dataset, of the shape that its layer asks for; undefined where Keras leaves out what is constant. */
function checked(dataset: Dataset | undefined, { layer, array, shape }: Wanted): Dataset | undefined {
  if (!dataset) {
    if (['bias', 'gamma', 'beta'].includes(array)) return undefined;
    throw new DomainError(
      'DATA_FORMAT',
      `The file lacks the ${array} of layer "${layer}". Save the model again.`,
    );
  }
  if (dataset.shape?.join() !== shape.join()) {
    throw new DomainError(
      'DATA_FORMAT',
      `The ${array} of layer "${layer}" is ${dataset.shape?.join(' x ')}, its configuration asks for ${shape.join(' x ')}.`,
    );
  }
  return dataset;
}

function valuesOf(dataset: Dataset | undefined, array: string, shape: readonly number[]): Float32Array {
  if (!dataset) return new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(array === 'gamma' ? 1 : 0);
  return Float32Array.from(dataset.value as ArrayLike<number>);
}
