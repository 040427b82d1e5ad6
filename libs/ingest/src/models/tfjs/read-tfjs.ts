import { DomainError } from '@kshot/domain';
import { layerShapes, type Packed } from '@kshot/fewshot';
import * as z from 'zod';
import type { Archive } from '../../archives/archive.js';
import type { ForeignModel } from '../foreign-model.js';
import { kerasNetwork } from '../keras/keras-network.js';
import { graphNetwork } from './graph-network.js';
import { graphNode } from './graph-node.js';

const weightSchema = z.object({
  name: z.string(),
  shape: z.array(z.number().int().nonnegative()),
  dtype: z.enum(['float32', 'int32']),
  quantization: z
    .union([
      z.object({ dtype: z.enum(['uint8', 'uint16']), scale: z.number(), min: z.number() }),
      z.object({ dtype: z.literal('float16') }),
    ])
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
export async function readTfjs(archive: Archive): Promise<ForeignModel> {
  const { modelTopology, weightsManifest } = await modelJson(archive);
  const stored = new Map<string, Packed>();
  for (const { paths, weights } of weightsManifest) {
    const bytes = Buffer.concat(await Promise.all(paths.map((name) => entryOf(archive, name))));
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
}

/** model.json, or the only other JSON file with a topology. */
async function modelJson({ entries }: Archive): Promise<z.infer<typeof modelSchema>> {
  const candidates = entries.filter(({ name }) => name.endsWith('.json'));
  const named = candidates.find(({ name }) => name === 'model.json');
  for (const entry of named ? [named] : candidates) {
    const value = jsonIn(await entry.read());
    if (!named && !(typeof value === 'object' && value !== null && 'modelTopology' in value)) continue;
    const parsed = modelSchema.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new DomainError(
      'DATA_FORMAT',
      value === undefined
        ? `${entry.name} is not JSON. Export the model again.`
        : `${entry.name} is not a TensorFlow.js model that can be read (${issue?.path.join('.')}: ${issue?.message}).`,
    );
  }
  throw new DomainError(
    'DATA_FORMAT',
    'The archive holds no model: neither model.json with its weights, nor a .keras or .h5 file, nor config.json with model.safetensors.',
  );
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

function entryOf({ entries }: Archive, path: string): Promise<Buffer> {
  const name = path.replace(/^(\.?\/)+/, '');
  const entry = entries.find((each) => each.path === name || each.path.endsWith(`/${name}`));
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
    if (quantization.dtype === 'float16') return halfFloat(view.getUint16(2 * i, true));
    return (
      (size === 1 ? view.getUint8(i) : view.getUint16(2 * i, true)) * quantization.scale + quantization.min
    );
  };
  if (dtype === 'int32' && !quantization)
    return [Int32Array.from(places, (_, i) => view.getInt32(4 * i, true)), count * size];
  return [Float32Array.from(places, (_, i) => read(i)), count * size];
}

/** A float of 16 bits as a number. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const kerasNames: Readonly<Record<string, readonly string[]>> = {
  kernel: ['kernel', 'depthwise_kernel'],
  mean: ['moving_mean'],
  variance: ['moving_variance'],
};

/** The stored arrays under our names, each with the shape that its layer asks for. */
function namedWeights(
  network: ForeignModel['network'],
  stored: ReadonlyMap<string, Packed>,
): ForeignModel['weights'] {
  // Keras 3 and models within models put other names in front: sequential/dense/kernel.
  const bySuffix = new Map(
    [...stored].map(([name, packed]) => [name.split('/').slice(-2).join('/'), packed]),
  );
  const arrays = layerShapes(network).flatMap(({ layer, parameters, state }) =>
    Object.entries({ ...parameters, ...state }).map(([array, shape]) => {
      const own = layer.name.split('/').at(-1) as string;
      const names = (kerasNames[array] ?? [array]).flatMap((name) => [
        `${layer.name}/${name}`,
        `${own}/${name}`,
      ]);
      const found = names.map((name) => stored.get(name) ?? bySuffix.get(name)).find(Boolean);
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
