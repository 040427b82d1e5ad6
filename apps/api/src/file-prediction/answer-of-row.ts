import { DomainError, indexOfExample, type PredictedRow } from '@kshot/domain';
import { openRows, placeOfColumn, type RawInput, textInput } from '@kshot/ingest';
import type { Model } from '@kshot/store';
import type { Context } from '../context.js';
import { askModel, exampleInput } from '../predict/predict.js';
import type { Prediction } from '../predict/predict.type.js';
import { predictionSets } from '../trust/prediction-sets.js';
import type { FilePrediction } from './file-prediction.type.js';
import { readRow } from './list-rows.js';

/** What the model of a prediction says of one of its rows. Throws NOT_FOUND, CONFLICT. */
export async function answerOfRow(
  context: Context,
  prediction: FilePrediction,
  number: number,
): Promise<Prediction> {
  const { store, loaders } = context;
  const row = await readRow(store.blobs, prediction, number);
  if (row.class === null) throw new DomainError('CONFLICT', `Row ${number} has no answer. ${row.problem}`);
  const model = prediction.modelId ? await loaders.model.load(prediction.modelId) : null;
  if (!model)
    throw new DomainError('CONFLICT', `${prediction.modelName} was deleted, so it cannot be asked again.`);
  const setOf = predictionSets(model, prediction.coverage);
  const [asked] = await askModel(context, model, [await inputOf(context, prediction, row, model)], setOf);
  return asked!.prediction;
}

/** The row as the model is asked it: by what is kept of it, or read again from the file. */
async function inputOf(
  context: Context,
  prediction: FilePrediction,
  row: PredictedRow,
  { modality, manifest }: Model,
): Promise<RawInput> {
  const columns = prediction.summary?.columns ?? [];
  const { versionId, inputColumns } = prediction;
  if (versionId && row.name !== null) return exampleInput(context, versionId, indexOfExample(row.name));
  if (modality === 'TABLE' && manifest.input.modality === 'TABLE')
    return {
      row: manifest.input.columns.map(({ name }) => ({
        column: name,
        value: row.cells[placeOfColumn(columns, name)] ?? null,
      })),
    };
  if (row.cells.length > 0 && inputColumns)
    return textInput(inputColumns.map((name) => row.cells[columns.indexOf(name)] ?? ''));
  return readAgain(context, prediction, row.row, manifest);
}

async function readAgain(
  { store: { blobs } }: Context,
  { uploadHash, request, name }: FilePrediction,
  number: number,
  taker: Model['manifest'],
): Promise<RawInput> {
  if (uploadHash === null || request === null || !(await blobs.has(uploadHash)))
    throw new DomainError('CONFLICT', `${name} is no longer kept. Send the row to the model by itself.`);
  const rows = await openRows(blobs.path(uploadHash), request, taker);
  try {
    let before = 0;
    for await (const { rows: some } of rows.batches) {
      const row = some[number - 1 - before];
      if (row) return await row.read();
      before += some.length;
    }
  } finally {
    await rows.close();
  }
  throw new DomainError('NOT_FOUND', `${name} has no row ${number}.`);
}
