import {
  discardInputs as discard,
  findRows,
  getOwn,
  type KeptInput as Row,
  reviewInputs as review,
} from '@kshot/store';
import type { Context } from '../context.js';
import { nameFor } from '../schema/name-for.js';
import { type InputReview, type KeptInput, presentKeptInput } from './kept-input.type.js';
import { keptOf } from './kept-of.js';

/** Writes down which classes inputs of a model have. */
export async function reviewInputs(
  context: Context,
  modelId: string,
  reviews: readonly InputReview[],
): Promise<KeptInput[]> {
  const { store } = context;
  const { id } = await getOwn(store, 'model', modelId);
  const labels = reviews.map((one) => ({
    id: one.id,
    label: one.class == null ? null : nameFor('class', one.class),
  }));
  const kept = await keptOf(
    context,
    id,
    labels.map((one) => one.id),
  );
  await review(store.pool, id, labels);
  context.inputs.openUp(id);
  const rows = await findRows(store, 'keptInput', { id: kept.map((one) => one.id) });
  const byId = new Map(rows.map((row): [string, Row] => [row.id, row]));
  return kept.flatMap((one) => byId.get(one.id) ?? []).map(presentKeptInput);
}

/** Deletes inputs of a model; their contents are removed by the collector. */
export async function discardInputs(
  context: Context,
  modelId: string,
  ids: readonly string[],
): Promise<string[]> {
  const { id } = await getOwn(context.store, 'model', modelId);
  const kept = (await keptOf(context, id, ids)).map((one) => one.id);
  await discard(context.store.pool, id, kept);
  context.inputs.openUp(id);
  return kept;
}
