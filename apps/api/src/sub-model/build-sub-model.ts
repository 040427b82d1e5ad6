import { DomainError, limits, settingsFrom } from '@kshot/domain';
import { getRow } from '@kshot/store';
import type { Context } from '../context.js';
import type { Model } from '../model/model.type.js';
import { rawInput } from '../predict/predict.js';
import { examplesOf } from './examples-of.js';
import { registerModel } from './register-model.js';
import { type BuildSubModelInput, fitOptions } from './sub-model.input.js';

/** A Model of its own from a handful of examples; its lineage names the meta-model. */
export async function buildSubModel(
  context: Context,
  { metaModelId, name, support, fit, projectId }: BuildSubModelInput,
): Promise<Model> {
  const { store } = context;
  const parent = await getRow(store, 'model', metaModelId);
  if (!parent.manifest.meta) {
    throw new DomainError(
      'BAD_INPUT',
      'This model is not a meta-model. Train one with startMetaLearning, or teach this one with teach.',
    );
  }
  const classes = support.map((one) => one.name.trim());
  if (classes.length < 2)
    throw new DomainError(
      'DATA_ONE_CLASS',
      'At least two classes are needed. Add another one with its examples.',
    );
  const twice = classes.find((one, k) => classes.indexOf(one) !== k || one === '');
  if (twice !== undefined)
    throw new DomainError(
      'BAD_INPUT',
      `Each class needs a name of its own; "${twice}" is empty or there twice.`,
    );
  const named = parent.modality === 'TEXT';
  const empty = support.find(({ examples }) => examples.length === 0);
  if (empty && !named)
    throw new DomainError('DATA_EMPTY', `Class ${empty.name} has no example. Give one, or leave it out.`);
  const large = support.find(({ examples }) => examples.length > limits.predictions);
  if (large)
    throw new DomainError(
      'DATA_TOO_LARGE',
      `Class ${large.name} has more than ${limits.predictions} examples. Import them as a data set and use transfer.`,
    );
  const settings = fit ? settingsFrom(fitOptions, { ...fit }) : null;
  const examples = support.flatMap((one, k) => examplesOf(one, named).map((example) => ({ example, k })));
  const inputs = await Promise.all(
    examples.map(({ example }) => rawInput(context, example, parent.modality)),
  );
  const labels = Int32Array.from(examples, ({ k }) => k);
  const built = await context.predictor.build({
    kind: 'build',
    modelHash: parent.hash,
    classes,
    labels,
    inputs,
    fit: settings,
  });
  const title =
    name?.trim() || `${classes.slice(0, 3).join(', ')}${classes.length > 3 ? ' …' : ''} from ${parent.name}`;
  return registerModel(context, built, {
    name: title,
    technique: 'META',
    parentId: parent.id,
    versionId: null,
    made: [parent],
    projectId,
  });
}
