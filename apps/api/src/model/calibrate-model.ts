import { type Calibration, DomainError } from '@kshot/domain';
import { drawn, randomFrom } from '@kshot/fewshot';
import { getOwn, type Model as ModelRow, openPack, readyVersion, updateRow } from '@kshot/store';
import type { Context } from '../context.js';
import type { CalibrateModelInput } from '../trust/trust.type.js';
import { type Model, presentModel } from './model.type.js';

/** Examples that are scored at most: with a thousand the coverage is known to a tenth of a point. */
const MOST = 1000;

/** Scores examples that the model was not fitted on, and keeps the scores with it. */
export async function calibrateModel(context: Context, input: CalibrateModelInput): Promise<Model> {
  const { store } = context;
  const model = await getOwn(store, 'model', input.modelId);
  const { classes: known } = model.manifest;
  if (known.length === 0)
    throw new DomainError(
      'BAD_INPUT',
      'A meta-model has no classes. Its sub-models are calibrated when they are built.',
    );
  const versionId = input.versionId ?? model.versionId;
  if (!versionId)
    throw new DomainError('BAD_INPUT', `It is not known what ${model.name} was trained on. Pass versionId.`);
  const version = await readyVersion(store, versionId);
  const own = version.id === model.versionId;
  if (own && ['train', 'validation'].includes(input.part))
    throw new DomainError(
      'BAD_INPUT',
      `${model.name} was fitted or chosen on the ${input.part} part: its own examples flatter it. Take the test part, or another data set.`,
    );
  const split =
    input.split ?? (own ? await splitOf(context, model) : undefined) ?? version.splits[0]?.name ?? '';
  const described = version.splits.find(({ name }) => name === split);
  const names = (described?.parts ?? []).map(({ name }) => name);
  if (!names.includes(input.part))
    throw new DomainError(
      'NOT_FOUND',
      `There is no part ${input.part} of a split "${split}". Parts are: ${names.join(', ') || 'none'}.`,
    );
  const pack = await openPack(store.blobs, version.hash);
  const assigned = await pack.rows(`parts:${split}`, 0, version.exampleCount);
  const part = names.indexOf(input.part);
  const all = Int32Array.from(assigned.keys()).filter((row) => assigned[row] === part);
  if (all.length === 0)
    throw new DomainError('DATA_EMPTY', `The ${input.part} part has no examples. Take another.`);
  const rows = all.length > MOST ? drawn(all, MOST, randomFrom(1)).sort() : all;
  const labels = await pack.rows('labels', 0, version.exampleCount);
  const { classes } = version.manifest;
  const place = rows.map((row) => known.indexOf(classes[labels[row]!]!.name));
  const stray = place.indexOf(-1);
  if (stray >= 0)
    throw new DomainError(
      'BAD_INPUT',
      `${model.name} does not know the class ${classes[labels[rows[stray]!]!]!.name} of this data set.`,
    );
  const scores = await context.predictor.calibrate({
    kind: 'calibrate',
    modelHash: model.hash,
    packHash: version.hash,
    rows,
    labels: place,
  });
  const calibration: Calibration = {
    source: 'HELD_OUT',
    scores: [...scores],
    versionId,
    split,
    part: input.part,
  };
  return presentModel(await updateRow(store, 'model', model.id, { calibration }));
}

/** Name of the split that its run was trained on. */
async function splitOf({ loaders }: Context, { runId }: ModelRow): Promise<string | undefined> {
  const run = runId ? await loaders.run.load(runId) : null;
  return run?.splitId ? (await loaders.split.load(run.splitId))?.name : undefined;
}
