import { DomainError, isId, limits } from '@kshot/domain';
import { findRows, type KeptInput } from '@kshot/store';
import type { Context } from '../context.js';
import { bad } from '../version-edit/bad.js';

/** Kept inputs of a model by their ids, in this order. Throws BAD_INPUT and NOT_FOUND. */
export async function keptOf(
  { store }: Context,
  modelId: string,
  ids: readonly string[],
): Promise<KeptInput[]> {
  if (ids.length === 0 || ids.length > limits.predictions)
    throw bad(`Name 1 to ${limits.predictions} inputs.`);
  if (new Set(ids).size < ids.length) throw bad('An input is named twice. Name it once.');
  const rows = await findRows(store, 'keptInput', { modelId, id: ids.filter(isId) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (row) return row;
    throw new DomainError(
      'NOT_FOUND',
      `The model keeps no input with the id ${id.slice(0, 80)}. It may have been discarded, or gone to a taught model.`,
    );
  });
}
