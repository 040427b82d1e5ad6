import { type Calibration, DomainError, type ModelManifest, type PackManifest } from '@kshot/domain';
import { drawn, randomFrom } from '@kshot/fewshot';
import { openPack, type Prisma } from '@kshot/store';
import type { Context } from '../context.js';
import { versionFor } from '../evaluation/plan-evaluation.js';
import { type Model, presentModel } from '../model/model.type.js';
import { found } from '../schema/find.js';
import type { CalibrateModelInput } from './trust.type.js';

/** Examples that are scored at most: with a thousand the coverage is known to a tenth of a point. */
const MOST = 1000;

/** Scores examples that the model was not fitted on, and keeps the scores with it. */
export async function calibrateModel(context: Context, input: CalibrateModelInput): Promise<Model> {
  const { prisma, blobs } = context.store;
  const model = await found('model', input.modelId, (id) =>
    prisma.model.findUnique({ where: { id }, include: { run: { include: { split: true } } } }),
  );
  const { classes: known } = model.manifest as unknown as ModelManifest;
  if (known.length === 0)
    throw new DomainError(
      'BAD_INPUT',
      'A meta-model has no classes. Its sub-models are calibrated when they are built.',
    );
  const versionId = input.versionId ?? model.versionId;
  if (!versionId)
    throw new DomainError('BAD_INPUT', `It is not known what ${model.name} was trained on. Pass versionId.`);
  const version = await versionFor(context, versionId);
  const own = version.id === model.versionId;
  if (own && ['train', 'validation'].includes(input.part))
    throw new DomainError(
      'BAD_INPUT',
      `${model.name} was fitted or chosen on the ${input.part} part: its own examples flatter it. Take the test part, or another data set.`,
    );
  const split = input.split ?? (own ? model.run?.split?.name : undefined) ?? version.splits[0]?.name ?? '';
  const described = version.splits.find(({ name }) => name === split);
  const names = ((described?.parts ?? []) as unknown as { name: string }[]).map(({ name }) => name);
  if (!names.includes(input.part))
    throw new DomainError(
      'NOT_FOUND',
      `There is no part ${input.part} of a split "${split}". Parts are: ${names.join(', ') || 'none'}.`,
    );
  const pack = await openPack(blobs, version.hash!);
  const assigned = await pack.rows(`parts:${split}`, 0, version.exampleCount);
  const part = names.indexOf(input.part);
  const all = Int32Array.from(assigned.keys()).filter((row) => assigned[row] === part);
  if (all.length === 0)
    throw new DomainError('DATA_EMPTY', `The ${input.part} part has no examples. Take another.`);
  const rows = all.length > MOST ? drawn(all, MOST, randomFrom(1)).sort() : all;
  const labels = await pack.rows('labels', 0, version.exampleCount);
  const { classes } = version.manifest as unknown as PackManifest;
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
    packHash: version.hash!,
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
  const kept = calibration as unknown as Prisma.InputJsonObject;
  return presentModel(await prisma.model.update({ where: { id: model.id }, data: { calibration: kept } }));
}
