import { DomainError, limits, type Modality, modelRule } from '@kshot/domain';
import type { RawInput } from '@kshot/ingest';
import { cellsOf, getRow, type Model, textOf } from '@kshot/store';
import type { Context } from '../context.js';
import { examplePng } from '../files/example-png.js';
import { predictionSets } from '../trust/prediction-sets.js';
import { strengthBin } from '../usage/strength-bin.js';
import { type PredictInput, Prediction } from './predict.type.js';
import { assertServed } from './served-model.js';

/** What a model says of inputs; counted as its usage, and offered to its sample where it keeps one, whichever way it was asked. */
export async function predict(
  context: Context,
  model: Model,
  inputs: readonly PredictInput[],
  coverage?: number | null,
): Promise<Prediction[]> {
  const start = performance.now();
  const { classes, sureness = [] } = model.manifest;
  const count = (answers: readonly Asked[] | null): void =>
    context.usage.count({
      modelId: model.id,
      ways: classes.length,
      bins: sureness.length,
      milliseconds: performance.now() - start,
      answers:
        answers?.map(({ prediction, strength }) => ({
          place: classes.indexOf(prediction.class),
          noneOfThese: prediction.noneOfThese,
          bin: strengthBin(sureness, strength),
        })) ?? null,
    });
  try {
    const answers = await answersOf(context, model, inputs, coverage);
    count(answers);
    if (model.keepsInputs) offerInputs(context, model, inputs, answers);
    return answers.map(({ prediction }) => prediction);
  } catch (error) {
    count(null);
    throw error;
  }
}

/** Examples of data sets are there already. */
function offerInputs(
  { inputs: keeper }: Context,
  { id }: Model,
  inputs: readonly PredictInput[],
  answers: readonly Asked[],
): void {
  const fresh = answers.filter((_, i) => !inputs[i]!.exampleId);
  keeper.offer(
    id,
    fresh.map(({ prediction: { class: name, probabilities, noneOfThese, input } }) => ({
      ...{ input, class: name, noneOfThese },
      confidence: probabilities.find((one) => one.class === name)!.probability,
    })),
  );
}

/** An answer, and how strong it was. */
interface Asked {
  readonly prediction: Prediction;
  readonly strength: number;
}

async function answersOf(
  context: Context,
  model: Model,
  inputs: readonly PredictInput[],
  coverage?: number | null,
): Promise<Asked[]> {
  if (inputs.length === 0)
    throw new DomainError('DATA_EMPTY', 'There is nothing to predict. Pass at least one input.');
  if (inputs.length > limits.predictions)
    throw new DomainError('DATA_TOO_LARGE', `At most ${limits.predictions} inputs are taken in one call.`);
  assertServed(model);
  const setOf = predictionSets(model, coverage ?? null);
  const raw = await Promise.all(
    inputs.map((input, i) =>
      rawInput(context, input, model.modality).catch((error: unknown) => {
        throw inputs.length > 1 && error instanceof DomainError ? ofInput(i, error) : error;
      }),
    ),
  );
  return askModel(context, model, raw, setOf);
}

/** What a model says of inputs that are read; not counted as its usage. */
export async function askModel(
  { predictor }: Context,
  model: Model,
  raw: readonly RawInput[],
  setOf: ReturnType<typeof predictionSets>,
): Promise<Asked[]> {
  const start = performance.now();
  const answers = await predictor.predict({ kind: 'predict', modelHash: model.hash, inputs: raw });
  const milliseconds = (performance.now() - start) / raw.length;
  const answerOf = modelRule(model.manifest, model);
  return answers.map(({ classes, strength }, i) => {
    const probabilities = classes.toSorted((a, b) => b.probability - a.probability);
    const set = setOf(classes);
    const answer = answerOf(
      classes.map(({ probability }) => probability),
      strength,
    );
    const { noneOfThese } = answer;
    const own = { class: classes[answer.index]!.class, probabilities, milliseconds, set, noneOfThese };
    return { prediction: Object.assign(new Prediction(), own, { model, input: raw[i] }), strength };
  });
}

/** The error of one input among several says which. */
const ofInput = (i: number, { code, message }: DomainError): DomainError =>
  new DomainError(code, `Input ${i + 1}: ${message}`);

/** A new example, checked to be of the kind that the model takes. */
export async function rawInput(
  context: Context,
  input: PredictInput,
  wanted: Modality,
  taker = 'model',
): Promise<RawInput> {
  const given = (['image', 'text', 'row', 'exampleId'] as const).filter(
    (name) => input[name] !== undefined && input[name] !== null,
  );
  if (given.length !== 1)
    throw new DomainError(
      'BAD_INPUT',
      `An input has exactly one of image, text, row and exampleId; this one has ${given.length}.`,
    );
  const raw = await readInput(context, input);
  const modality = 'image' in raw ? 'IMAGE' : 'text' in raw ? 'TEXT' : 'TABLE';
  if (modality !== wanted)
    throw new DomainError(
      'BAD_INPUT',
      `The ${taker} takes ${wanted.toLowerCase()} inputs, this one is ${modality.toLowerCase()}.`,
    );
  return raw;
}

async function readInput(context: Context, { image, text, row, exampleId }: PredictInput): Promise<RawInput> {
  if (image !== undefined && image !== null) return { image: pictureBytes(image) };
  if (text !== undefined && text !== null) {
    if (text.trim() === '')
      throw new DomainError('DATA_EMPTY', 'The text is empty. Write it, or leave it out.');
    return { text };
  }
  if (row) {
    const seen = new Set<string>();
    for (const { column } of row) {
      if (seen.has(column))
        throw new DomainError('BAD_INPUT', `The row has "${column}" twice. Give it once.`);
      seen.add(column);
    }
    return { row: row.map(({ column, value }) => ({ column, value: value ?? null })) };
  }
  const { versionId, index } = await getRow(context.store, 'example', exampleId ?? '');
  return exampleInput(context, versionId, index);
}

/** An example of a data set as an input. */
export async function exampleInput(
  { loaders }: Context,
  versionId: string,
  index: number,
): Promise<RawInput> {
  const version = await loaders.version.load(versionId);
  const pack = await loaders.pack.load(version!.hash!);
  const cells = await cellsOf(pack, index);
  if (cells) return { row: cells };
  const content = await textOf(pack, index);
  return content === null ? { image: await examplePng(pack, index) } : { text: content };
}

/** The bytes of a picture in base64, with or without the start of a data URL. */
function pictureBytes(image: string): Buffer {
  const code = image.replace(/^data:[^,]*,/, '').trim();
  if (code === '') throw new DomainError('DATA_IMAGE', 'The image is empty. Send the bytes of a picture.');
  if (/[^A-Za-z0-9+/_=\s-]/.test(code))
    throw new DomainError('DATA_IMAGE', 'The image is not in base64. Encode the bytes of the picture.');
  return Buffer.from(code, 'base64');
}
