import { DomainError, type LabelCheckQuery, settingsFrom } from '@kshot/domain';
import { headKind, headOptions } from '@kshot/fewshot';
import { insertWithTask, labelledVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { candidateOf } from '../evaluation/candidate-of.js';
import { placeOf } from '../project/place-of.js';
import type { StartLabelCheckInput } from './label-check.input.js';
import { type LabelCheck, presentLabelCheck } from './label-check.type.js';

const MOST_EXAMPLES = 50_000;
const FOLDS = 5;
/** Up to here what one cross-validation says still hangs on its parts. */
const MOST_REPEATED = 10_000;

/** Checks what can be checked and queues it. */
export async function startLabelCheck(context: Context, input: StartLabelCheckInput): Promise<LabelCheck> {
  const { store } = context;
  const version = await labelledVersion(store, input.versionId);
  const { seed, head } = input;
  const repeats = input.repeats ?? (version.exampleCount > MOST_REPEATED ? 1 : 2);
  const folds = input.folds ?? Math.min(FOLDS, version.exampleCount);
  assertBetween('folds', folds, 2, Math.min(20, version.exampleCount));
  assertBetween('repeats', repeats, 1, 10);
  assertBetween('seed', seed, 0, 2_147_483_647);
  if (version.exampleCount > MOST_EXAMPLES)
    throw new DomainError(
      'DATA_TOO_LARGE',
      `At most ${MOST_EXAMPLES} examples are checked together, here are ${version.exampleCount}. Check a smaller version.`,
    );
  const byDefault =
    version.modality === 'TABLE' && head?.modelId == null
      ? { method: 'LOGISTIC', transform: 'STANDARDISED', penalty: 1 }
      : { method: 'CENTROID', transform: 'L2N', metric: 'EUCLID' };
  const options = head?.options ?? byDefault;
  const candidate = { head: { ...(head?.modelId == null ? {} : { modelId: head.modelId }), options } };
  const { name, model } = await candidateOf(context, candidate, [version]);
  const settings = settingsFrom(headOptions, { ...options });
  if (headKind(settings.method).transductive)
    throw new DomainError(
      'BAD_INPUT',
      `${settings.method} judges all examples together. Choose another method.`,
    );
  const query: LabelCheckQuery = {
    versionHash: version.hash,
    modelHash: model?.hash ?? null,
    head: settings,
    folds,
    repeats,
    seed,
  };
  const row = await insertWithTask(store, 'labelCheck', 'check', {
    name,
    query,
    versionId: version.id,
    modelId: model?.id ?? null,
    ...(await placeOf(context, [version.dataSet, model], input.projectId)),
  });
  return presentLabelCheck(row);
}

function assertBetween(name: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return;
  throw new DomainError('BAD_INPUT', `\`${name}\` must be from ${least} to ${most}, not ${value}.`);
}
