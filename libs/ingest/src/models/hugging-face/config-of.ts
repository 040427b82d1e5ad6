import { DomainError } from '@kshot/domain';
import type * as z from 'zod';

interface InHeads {
  readonly hidden_size: number;
  readonly num_attention_heads: number;
}

/** A configuration by the schema of its architecture. Throws DATA_FORMAT with what is missing or wrong. */
export function configOf<T extends InHeads>(type: string, schema: z.ZodType<T>, config: unknown): T {
  const { data, error } = schema.safeParse(config);
  if (error) throw unsupported(type, error);
  if (data.hidden_size % data.num_attention_heads !== 0)
    throw new DomainError(
      'DATA_FORMAT',
      `The configuration of this ${type} model parts ${data.hidden_size} features (hidden_size) into ${data.num_attention_heads} heads (num_attention_heads). Use config.json and model.safetensors of the same model.`,
    );
  return data;
}

export const unsupported = (type: string, error: z.ZodError): DomainError =>
  new DomainError(
    'DATA_FORMAT',
    `The configuration of this ${type} model is not supported: ${error.issues.map(({ path, message }) => `${path.join('.')} (${message})`).join(', ')}. Save the model with save_pretrained.`,
  );
