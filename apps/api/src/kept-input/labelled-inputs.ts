import { DomainError } from '@kshot/domain';
import { inputFrom, type RawInput } from '@kshot/ingest';
import type { Model } from '@kshot/store';
import type { Context } from '../context.js';
import type { PredictInput } from '../predict/predict.type.js';
import { bad } from '../version-edit/bad.js';
import { keptOf } from './kept-of.js';

/** All together, so that a request holds no more in memory. */
const MOST_BYTES = 64 * 1024 ** 2;

/** Reviewed inputs of a model, by the class that they were given. Throws BAD_INPUT, NOT_FOUND and DATA_TOO_LARGE. */
export async function labelledInputs(
  context: Context,
  { id: modelId, modality }: Pick<Model, 'id' | 'modality'>,
  ids: readonly string[],
): Promise<Map<string, PredictInput[]>> {
  const kept = await keptOf(context, modelId, ids);
  if (kept.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES)
    throw new DomainError(
      'DATA_TOO_LARGE',
      `The inputs have more than ${MOST_BYTES} bytes together. Name fewer at once.`,
    );
  const byClass = new Map<string, PredictInput[]>();
  for (const { id, label, contentHash } of kept) {
    if (label === null) throw bad(`The input ${id} was not reviewed. Say its class by reviewInputs first.`);
    const input = asked(inputFrom(modality, await context.store.blobs.read(contentHash)));
    byClass.set(label, [...(byClass.get(label) ?? []), input]);
  }
  return byClass;
}

const asked = (input: RawInput): PredictInput => {
  if ('image' in input) return { image: Buffer.from(input.image).toString('base64') };
  return 'text' in input ? input : { row: [...input.row] };
};
