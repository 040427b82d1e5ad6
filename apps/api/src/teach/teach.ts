import { DomainError, limits } from '@kshot/domain';
import {
  type Alias,
  calledBy,
  findRows,
  findServed,
  getRow,
  ofRow,
  type Model as Row,
  succeedModel,
} from '@kshot/store';
import type { Context } from '../context.js';
import { type Model, presentModel } from '../model/model.type.js';
import { rawInput } from '../predict/predict.js';
import type { Question } from '../predict/protocol.js';
import { placeOf } from '../project/place-of.js';
import { nameFor, nameOr } from '../schema/name-for.js';
import { examplesOf } from '../sub-model/examples-of.js';
import { oneByOne } from './one-by-one.js';
import type { CorrectInput, TeachInput } from './teach.input.js';

/** An alias that many teach at once is moved by others in between; each try builds on what is there then. */
const MOST_TRIES = 20;

/** A model with more examples, or the first ones on another's backbone: a model of its own that takes the place of the old one. */
export async function teach(
  context: Context,
  { modelId, alias, name, support, projectId }: TeachInput,
): Promise<Model> {
  if ((modelId == null) === (alias == null))
    throw new DomainError('BAD_INPUT', 'Name either the model or the alias to teach.');
  const count = support.reduce((sum, { examples }) => sum + examples.length, 0);
  if (support.length === 0)
    throw new DomainError('DATA_EMPTY', 'There is nothing to teach. Name a class and give examples of it.');
  const empty = support.find(({ examples }) => examples.length === 0);
  if (empty)
    throw new DomainError(
      'DATA_EMPTY',
      `The class "${empty.name.slice(0, 200)}" has no examples. Give one, or leave it out.`,
    );
  if (count > limits.predictions)
    throw new DomainError(
      'DATA_TOO_LARGE',
      `At most ${limits.predictions} examples are taught at once. Send the others afterwards.`,
    );
  const given = name?.trim() ? nameFor('model', name) : undefined;
  const key = alias ?? (modelId as string);
  const awaited = modelId == null ? [] : await aliasesOf(context, modelId);
  return oneByOne(key, async () => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const { model, aliasId } = await targetOf(context, modelId, alias);
      const examples = support.flatMap((one) =>
        examplesOf(one, model.modality === 'TEXT').map((example) => ({
          class: nameFor('class', one.name),
          example,
        })),
      );
      const add = await Promise.all(
        examples.map(async ({ class: label, example }) => ({
          class: label,
          input: await rawInput(context, example, model.modality),
        })),
      );
      const target = { model, aliasId, awaited };
      const taught = await succeed(context, target, { add, correct: [] }, { name: given, projectId });
      if (taught) return taught;
      if (modelId != null) throw taughtMeanwhile(model, awaited);
    }
    throw new DomainError('CONFLICT', `"${alias}" is moved all the time. Try again.`);
  });
}

/** A model with corrected examples, which takes the place of the old one. */
export async function correct(context: Context, { modelId, alias, changes }: CorrectInput): Promise<Model> {
  const model = await getRow(context.store, 'model', modelId);
  const served = alias == null ? null : await targetOf(context, undefined, alias);
  if (served && served.model.id !== modelId) throw movedOn(alias as string);
  if (model.lessonHash === null)
    throw new DomainError(
      'CONFLICT',
      `The examples of ${model.name} were not kept. Teach it new ones, or correct its data set and train again.`,
    );
  if (changes.length === 0 || changes.length > limits.predictions)
    throw new DomainError('BAD_INPUT', `Give 1 to ${limits.predictions} corrections.`);
  const corrections = changes.map(({ index, class: name }) => ({
    index,
    class: name == null ? null : nameFor('class', name),
  }));
  const lesson = { add: [], correct: corrections };
  const awaited = served ? [] : await aliasesOf(context, modelId);
  const corrected = await succeed(context, { model, aliasId: served?.aliasId ?? null, awaited }, lesson);
  if (!corrected) throw movedOn(alias ?? awaited.map(calledBy).join(', '));
  return corrected;
}

/** What points to a model when a request comes: its teacher expects these names to answer by what is taught. */
const aliasesOf = ({ store }: Context, modelId: string): Promise<Alias[]> =>
  findRows(store, 'alias', ofRow('model', 'modelId', modelId), { by: 'id' });

const taughtMeanwhile = ({ name }: Row, awaited: readonly Alias[]): DomainError =>
  new DomainError(
    'CONFLICT',
    `${name} was taught by somebody else meanwhile, so that "${awaited.map(calledBy).join(', ')}" answers by another model now. Teach by \`alias\`, which adds to the model that answers.`,
  );

const movedOn = (alias: string): DomainError =>
  new DomainError(
    'CONFLICT',
    `"${alias}" answers by another model now, whose examples may differ. Look at them, and correct that one.`,
  );

interface Target {
  readonly model: Row;
  /** The alias that must still point to the model in the end. */
  readonly aliasId: string | null;
  /** Aliases that must not have moved to another model in the end. */
  readonly awaited: readonly Alias[];
}

async function targetOf(
  { store, projectId }: Context,
  modelId?: string,
  alias?: string,
): Promise<Omit<Target, 'awaited'>> {
  if (modelId != null) return { model: await getRow(store, 'model', modelId), aliasId: null };
  const served = await findServed(store, alias as string, { projectId });
  if (!served)
    throw new DomainError(
      'NOT_FOUND',
      `No model is served as "${alias?.slice(0, 200)}". Point the name to one with setAlias, or teach by \`modelId\`.`,
    );
  return { model: served.model, aliasId: served.alias.id };
}

/** Whether the threshold of a model holds for one with these classes. */
const isDecided = ({ decision }: Row, classes: readonly string[]): boolean =>
  decision !== null && classes.length === 2 && classes.includes(decision.positive);

type Lesson = Pick<Extract<Question, { kind: 'teach' }>, 'add' | 'correct'>;

/** Null where an alias was moved meanwhile. */
async function succeed(
  context: Context,
  { model, aliasId, awaited }: Target,
  lesson: Lesson,
  {
    name,
    projectId,
  }: { readonly name?: string | undefined; readonly projectId?: string | null | undefined } = {},
): Promise<Model | null> {
  const { store, predictor } = context;
  const place = await placeOf(context, [model], projectId);
  const { lessonHash } = model;
  const { stored, manifest, parameterCount, ...built } = await predictor.teach({
    kind: 'teach',
    modelHash: model.hash,
    modality: model.modality,
    lessonHash,
    ...lesson,
  });
  const { classes } = manifest;
  if (model.keepsInputs) await context.inputs.flush();
  const begun = `${classes.slice(0, 3).join(', ')}${classes.length > 3 ? ' …' : ''} from ${model.name}`;
  const id = await succeedModel(
    store.pool,
    {
      name: nameOr('model', name, lessonHash ? model.name : begun),
      technique: lessonHash ? model.technique : 'TRANSFER',
      hash: stored.hash,
      bytes: stored.bytes,
      parameterCount,
      modality: model.modality,
      manifest,
      summary: {},
      report: null,
      episodeReport: null,
      ...built,
      licence: model.licence,
      source: model.source,
      parentId: model.id,
      versionId: lessonHash ? model.versionId : null,
      ...place,
    },
    aliasId,
    lessonHash ? { answered: manifest.sureness !== undefined, decision: isDecided(model, classes) } : null,
    awaited.map(({ id }) => id),
  );
  return id === null ? null : presentModel(await getRow(store, 'model', id));
}
