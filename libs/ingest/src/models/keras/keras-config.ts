import { DomainError } from '@kshot/domain';
import * as z from 'zod';

/** A layer of a Keras file, whatever version of Keras wrote it. */
export interface KerasLayer {
  readonly kind: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Names of the layers whose outputs flow in; empty for the first of a sequential model. */
  readonly inputs: readonly string[];
  /** Where Keras 3 keeps its weights: layers/sequential/layers/conv2d_1. */
  readonly path: string;
}

const layerSchema = z.object({
  class_name: z.string(),
  name: z.string().optional(),
  config: z.record(z.string(), z.unknown()),
  inbound_nodes: z.array(z.unknown()).optional(),
});
const layersSchema = z.array(layerSchema).min(1).max(2000);
const MODELS = ['Sequential', 'Functional', 'Model'] as const;
const modelSchema = z.object({
  class_name: z.enum(MODELS),
  // Early versions of Keras wrote a sequential model as a bare list.
  config: z.union([
    layersSchema.transform((layers) => ({ layers, output_layers: undefined })),
    z.object({ layers: layersSchema, output_layers: z.unknown().optional() }),
  ]),
});
type Model = z.infer<typeof modelSchema>;

const DEEPEST = 8;

/** The layers that `model_config` lists, with those of models within models in their place. Throws DATA_FORMAT. */
export function kerasLayers(json: string): KerasLayer[] {
  const parsed = modelSchema.safeParse(safeJson(json));
  if (!parsed.success)
    throw new DomainError(
      'DATA_FORMAT',
      'The file holds no Keras model that was saved whole. Save it with model.save("model.h5").',
    );
  const layers: KerasLayer[] = [];
  flatten(parsed.data, { prefix: '', path: '', inputs: [], depth: 0 }, layers);
  return layers;
}

interface Place {
  /** In front of the names of layers within, so that each is there once. */
  readonly prefix: string;
  readonly path: string;
  /** What flows into the model. */
  readonly inputs: readonly string[];
  readonly depth: number;
}

/** Appends the layers of a model; gives the name of the one that holds its output. */
function flatten({ class_name, config }: Model, place: Place, into: KerasLayer[]): string {
  const { prefix, inputs: outer, depth } = place;
  if (depth > DEEPEST)
    throw new DomainError('DATA_FORMAT', 'The models within the model are nested too deep.');
  const paths = snakePaths(place.path);
  let previous: string | undefined;
  for (const layer of config.layers) {
    const own = layer.name ?? String(layer.config.name);
    const name = prefix + own;
    const path = paths(layer.class_name);
    const named = inboundNames(layer.inbound_nodes ?? []).map((each) => prefix + each);
    const sequential = class_name === 'Sequential' && previous !== undefined ? [previous] : named;
    const inputs = sequential.length === 0 ? outer : sequential;
    if ((MODELS as readonly string[]).includes(layer.class_name)) {
      const inner = modelSchema.safeParse(layer);
      if (!inner.success)
        throw new DomainError(
          'DATA_FORMAT',
          `The model "${own}" within the model is incomplete. Save it again.`,
        );
      const output = flatten(
        inner.data,
        { prefix: `${name}/`, path: `${path}/`, inputs, depth: depth + 1 },
        into,
      );
      into.push({ kind: 'Identity', name, config: {}, inputs: [output], path });
    } else into.push({ kind: layer.class_name, name, config: layer.config, inputs, path });
    previous = name;
  }
  const [output] = inboundNames(config.output_layers ?? []);
  return output === undefined ? (previous as string) : prefix + output;
}

/** Names that Keras 3 gives to weights: the class in snake case, with a number from the second of a kind on. */
function snakePaths(path: string): (kind: string) => string {
  const counts = new Map<string, number>();
  return (kind) => {
    const name = kind
      .replaceAll(/\W+/g, '')
      .replaceAll(/(.)([A-Z][a-z]+)/g, '$1_$2')
      .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
      .toLowerCase();
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return `${path}layers/${count === 0 ? name : `${name}_${count}`}`;
  };
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Keras 2 writes [[["name", 0, 0, {}]]], Keras 3 objects with keras_history: ["name", 0, 0] inside. */
function inboundNames(nodes: unknown): string[] {
  if (Array.isArray(nodes)) {
    if (typeof nodes[0] === 'string' && typeof nodes[1] === 'number') return [nodes[0]];
    return nodes.flatMap(inboundNames);
  }
  if (typeof nodes !== 'object' || nodes === null) return [];
  const { keras_history: history, ...rest } = nodes as Record<string, unknown>;
  return history ? inboundNames(history) : Object.values(rest).flatMap(inboundNames);
}
