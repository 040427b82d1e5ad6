import { DomainError } from '@kshot/domain';
import { z } from 'zod';

/** A layer of a Keras file, whatever version of Keras wrote it. */
export interface KerasLayer {
  readonly kind: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Names of the layers whose outputs flow in; empty for the first of a sequential model. */
  readonly inputs: readonly string[];
}

const layerSchema = z.object({
  class_name: z.string(),
  name: z.string().optional(),
  config: z.record(z.string(), z.unknown()),
  inbound_nodes: z.array(z.unknown()).optional(),
});
const modelSchema = z.object({
  class_name: z.enum(['Sequential', 'Functional', 'Model']),
  config: z.object({ layers: z.array(layerSchema).min(1).max(2000) }),
});

/** The layers that `model_config` lists. Throws DATA_FORMAT. */
export function kerasLayers(json: string): KerasLayer[] {
  const parsed = modelSchema.safeParse(safeJson(json));
  if (!parsed.success)
    throw new DomainError(
      'DATA_FORMAT',
      'The file holds no Keras model that was saved whole. Save it with model.save("model.h5").',
    );
  const { class_name, config } = parsed.data;
  let previous: string | undefined;
  return config.layers.map((layer) => {
    const name = layer.name ?? String(layer.config.name);
    const inputs =
      class_name === 'Sequential' ? (previous ? [previous] : []) : inboundNames(layer.inbound_nodes ?? []);
    previous = name;
    return { kind: layer.class_name, name, config: layer.config, inputs };
  });
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
