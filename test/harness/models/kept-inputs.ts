import type { Kshot } from '../kshot.js';

export interface Kept {
  readonly id: string;
  readonly class: string;
  readonly confidence: number;
  readonly text: string | null;
  readonly imageUrl: string | null;
  readonly row: { column: string; value: string }[] | null;
  readonly label: string | null;
  readonly taughtAt: string | null;
  readonly addedAt: string | null;
}
export interface KeptPage {
  readonly totalCount: number;
  readonly nodes: Kept[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string };
}

/** What can be done with kept inputs, of one model unless another is named. */
export function keptInputsOf({ api, ask }: Kshot, modelId: string) {
  async function kept(id = modelId, more: object = {}): Promise<KeptPage> {
    const { keptInputs } = await ask<{ keptInputs: KeptPage }>(
      `query ($id: ID!, $first: Int!, $after: String, $filter: KeptInputFilter, $order: KeptInputOrder!) {
      keptInputs(modelId: $id, first: $first, after: $after, filter: $filter, order: $order) {
        totalCount nodes { id class confidence text imageUrl row { column value } label taughtAt addedAt }
        pageInfo { hasNextPage endCursor } } }`,
      { id, first: 100, order: 'NEWEST', ...more },
    );
    return keptInputs;
  }
  const keepInputs = (id = modelId) =>
    ask('mutation ($id: ID!) { keepInputs(modelId: $id) { keepsInputs } }', { id });
  const stopKeeping = (deleteKept: boolean, id = modelId) =>
    ask(
      'mutation ($id: ID!, $deleteKept: Boolean!) { stopKeepingInputs(modelId: $id, deleteKept: $deleteKept) { keepsInputs } }',
      { id, deleteKept },
    );
  const review = (reviews: object[], id = modelId) =>
    ask(
      'mutation ($id: ID!, $reviews: [InputReview!]!) { reviewInputs(modelId: $id, reviews: $reviews) { id label } }',
      { id, reviews },
    );
  const discard = (ids: string[], id = modelId) =>
    ask('mutation ($id: ID!, $ids: [ID!]!) { discardInputs(modelId: $id, ids: $ids) }', { id, ids });
  const teachInputs = async (ids: string[], id = modelId) =>
    (
      await ask<{ teachInputs: { id: string; classes: string[]; keepsInputs: boolean } }>(
        'mutation ($input: TeachInputsInput!) { teachInputs(input: $input) { id classes keepsInputs } }',
        { input: { modelId: id, ids } },
      )
    ).teachInputs;
  const addInputs = async (input: object) =>
    (
      await ask<{ addInputsToDataSet: { id: string } }>(
        'mutation ($input: AddInputsToDataSetInput!) { addInputsToDataSet(input: $input) { id } }',
        { input: { modelId, ...input } },
      )
    ).addInputsToDataSet.id;
  const predict = (inputs: object[], id = modelId) =>
    ask('query ($id: ID!, $inputs: [PredictInput!]!) { predict(modelId: $id, inputs: $inputs) { class } }', {
      id,
      inputs,
    });
  const post = (address: string, ...inputs: object[]) =>
    fetch(api + address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ inputs }),
    });
  return { predict, post, kept, keepInputs, stopKeeping, review, discard, teachInputs, addInputs };
}

let made = 0;
/** Rows that nobody asked about before. */
export const newRow = () => ({
  sepal_length: 5 + ++made / 1000,
  sepal_width: 3.1,
  petal_length: 1.5 + (made % 50) / 10,
  petal_width: 0.2 + (made % 50) / 25,
});
export const cells = (row: object) =>
  Object.entries(row).map(([column, value]) => ({ column, value: String(value) }));
