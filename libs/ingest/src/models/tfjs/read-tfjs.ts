import { DomainError } from '@kshot/domain';
import { layerShapes, type Packed } from '@kshot/fewshot';
import { z } from 'zod';
import type { Archive } from '../../archives/archive.js';
import { openZip } from '../../archives/open-zip.js';
import { kerasNetwork } from '../keras/keras-network.js';
import type { KerasModel } from '../keras/read-keras.js';
import { graphNetwork } from './graph-network.js';
import { graphNode } from './graph-node.js';

const weightSchema = z.object({
  name: z.string(),
  shape: z.array(z.number().int().nonnegative()),
  dtype: z.enum(['float32', 'int32']),
  quantization: z
    .object({ dtype: z.enum(['uint8', 'uint16']), scale: z.number(), min: z.number() })
    .optional(),
});
const modelSchema = z.object({
  modelTopology: z.object({ node: z.array(graphNode).optional() }).passthrough(),
  weightsManifest: z
    .array(z.object({ paths: z.array(z.string()).min(1), weights: z.array(weightSchema) }))
    .refine((groups) => {
      const paths = groups.flatMap((group) => group.paths);
      return new Set(paths).size === paths.length;
    }, 'a file of weights is listed twice'),
});
type WeightSpec = z.infer<typeof weightSchema>;

/** Reads a ZIP with the model.json and weights of a TensorFlow.js layers or graph model, quantised or not. Throws DATA_FORMAT. */
export async function readTfjs(path: string): Promise<KerasModel> {
  const zip = await openZip(path);
  try {
    const { modelTopology, weightsManifest } = await modelJson(zip);
    const stored = new Map<string, Packed>();
    for (const { paths, weights } of weightsManifest) {
      const bytes = Buffer.concat(await Promise.all(paths.map((name) => entryOf(zip, name))));
      let at = 0;
      for (const spec of weights) {
        const [values, length] = valuesOf(spec, bytes, at);
        stored.set(spec.name, { shape: spec.shape, values });
        at += length;
      }
    }
    if (modelTopology.node) return graphNetwork(modelTopology.node, stored);
    const network = kerasNetwork(JSON.stringify(modelTopology.model_config ?? modelTopology));
    return { network, weights: namedWeights(network, stored) };
  } finally {
    await zip.close();
  }
}

async function modelJson(zip: Archive): Promise<z.infer<typeof modelSchema>> {
  const parsed = modelSchema.safeParse(JSON.parse((await entryOf(zip, 'model.json')).toString()));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DomainError(
    'DATA_FORMAT',
    `model.json is no TensorFlow.js model that is read (${issue?.path.join('.')}: ${issue?.message}).`,
  );
}

function entryOf(zip: Archive, name: string): Promise<Buffer> {
  const entry = zip.entries.find(({ path }) => path === name || path.endsWith(`/${name}`));
  if (!entry)
    throw new DomainError(
      'DATA_FORMAT',
      `The archive lacks ${name}. Pack model.json and all files of weights.`,
    );
  return entry.read();
}

/** The numbers of one array, and how many bytes it takes. */
function valuesOf(
  { name, shape, dtype, quantization }: WeightSpec,
  bytes: Buffer,
  at: number,
): [Float32Array | Int32Array, number] {
  const count = shape.reduce((a, b) => a * b, 1);
  const size = quantization ? (quantization.dtype === 'uint8' ? 1 : 2) : 4;
  if (at + count * size > bytes.length)
    throw new DomainError('DATA_FORMAT', `The weights end within ${name}. Pack the whole file.`);
  const places = { length: count };
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, count * size);
  const read = (i: number): number => {
    if (!quantization) return view.getFloat32(4 * i, true);
    return (
      (size === 1 ? view.getUint8(i) : view.getUint16(2 * i, true)) * quantization.scale + quantization.min
    );
  };
  if (dtype === 'int32' && !quantization)
    return [Int32Array.from(places, (_, i) => view.getInt32(4 * i, true)), count * size];
  return [Float32Array.from(places, (_, i) => read(i)), count * size];
}

const kerasNames: Readonly<Record<string, readonly string[]>> = {
  kernel: ['kernel', 'depthwise_kernel'],
  mean: ['moving_mean'],
  variance: ['moving_variance'],
};

/** The stored arrays under our names, each with the shape that its layer asks for. */
function namedWeights(
  network: KerasModel['network'],
  stored: ReadonlyMap<string, Packed>,
): KerasModel['weights'] {
  const arrays = layerShapes(network).flatMap(({ layer, parameters, state }) =>
    Object.entries({ ...parameters, ...state }).map(([array, shape]) => {
      const names = (kerasNames[array] ?? [array]).map((name) => `${layer.name}/${name}`);
      const found = names.map((name) => stored.get(name)).find(Boolean);
      if (!found || found.shape.join() !== shape.join()) {
        throw new DomainError(
          'DATA_FORMAT',
          `The ${array} of layer "${layer.name}" is ${found?.shape.join(' x ') ?? 'missing'}; ${shape.join(' x ')} is asked for.`,
        );
      }
      return [`${layer.name}/${array}`, found] as const;
    }),
  );
  return Object.fromEntries(arrays);
}
