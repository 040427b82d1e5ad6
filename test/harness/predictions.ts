import { upload } from './data-sets.js';
import type { Kshot } from './kshot.js';
import { heardUntil, isOver, subscribed } from './subscribe.js';

export interface FilePrediction {
  readonly id: string;
  readonly status: string;
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly csvUrl: string;
  readonly jsonLinesUrl: string;
  readonly parquetUrl: string;
  readonly summary: {
    readonly rows: number;
    readonly unread: number;
    readonly columns: string[];
    readonly labelColumn: string | null;
    readonly classes: { readonly class: string; readonly count: number }[];
    readonly noneOfThese: number | null;
    readonly notes: string[];
    readonly score: {
      readonly rows: number;
      readonly accuracy: number;
      readonly confusion: { readonly counts: number[][] } | null;
    } | null;
  } | null;
}

export async function startPrediction(kshot: Kshot, input: Record<string, unknown>): Promise<string> {
  const { startPrediction: started } = await kshot.ask<{ startPrediction: { id: string } }>(
    'mutation ($input: StartPredictionInput!) { startPrediction(input: $input) { id } }',
    { input },
  );
  return started.id;
}

/** The prediction as its subscription says it at its end. */
export async function predictionEnded(kshot: Kshot, id: string): Promise<FilePrediction> {
  const coming = subscribed<{ predictionChanged: FilePrediction }>(
    kshot.api,
    `subscription ($id: ID!) { predictionChanged(id: $id) { id status failure { code message } csvUrl jsonLinesUrl parquetUrl
      progress { rows share secondsLeft } summary { rows unread columns labelColumn classes { class count } noneOfThese notes
      score { rows accuracy confusion { counts } } } } }`,
    { id },
  );
  const heard = await heardUntil(coming, (one) => isOver(one.predictionChanged));
  return heard.at(-1)!.predictionChanged;
}

/** Sends a file and waits for the answers to its rows. */
export async function predictedFile(
  kshot: Kshot,
  modelId: string,
  fileName: string,
  content: Buffer | string,
  input: Record<string, unknown> = {},
): Promise<FilePrediction> {
  const uploadId = await upload(kshot, fileName, content);
  return predictionEnded(kshot, await startPrediction(kshot, { modelId, uploadId, ...input }));
}

interface Answered {
  readonly class: string;
  readonly probability: number;
}

/** What the model says of a row of a prediction when it is asked again, and the row as it was answered. */
export async function answeredAgain(kshot: Kshot, id: string, row: number, fields: string) {
  const { prediction } = await kshot.ask<{
    prediction: { rows: { nodes: Answered[] }; answer: { class: string; probabilities: Answered[] } };
  }>(
    `query ($id: ID!, $row: Int!) { prediction(id: $id) {
       rows(order: ROW) { nodes { class probability } }
       answer(row: $row) { class probabilities { class probability } ${fields} } } }`,
    { id, row },
  );
  return { answer: prediction.answer, before: prediction.rows.nodes[row - 1]! };
}
