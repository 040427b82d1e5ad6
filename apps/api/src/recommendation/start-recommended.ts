import { type AdvisedOption, DomainError, hasEnded } from '@kshot/domain';
import { findRows, getRow, insertRow } from '@kshot/store';
import type { Context } from '../context.js';
import type { CandidateInput } from '../evaluation/evaluation.input.js';
import { startEvaluation } from '../evaluation/start-evaluation.js';
import { startPretraining, startTransfer } from '../run/start-run.js';
import { startStudy } from '../study/start-study.js';
import type { Study } from '../study/study.type.js';
import type { RecommendedStart } from './recommendation.type.js';

const SCORED = { folds: 5, repeats: 5, part: 'train', seed: 1 };

/** Starts what the option names, and keeps what was predicted of it. */
export async function startRecommended(
  context: Context,
  id: string,
  place: number,
): Promise<RecommendedStart> {
  const advice = await adviceFor(context, id);
  const { options } = advice;
  const option = options[place];
  if (!option)
    throw new DomainError('BAD_INPUT', `There is no option ${place}. Take 0 to ${options.length - 1}.`);
  const started = await start(context, option, advice);
  const { title: name, accuracy, seconds, memoryBytes, storedBytes } = option;
  await insertRow(context.store.pool, 'forecast', {
    recommendationId: id,
    name,
    runId: started.run?.id ?? null,
    evaluationId: started.evaluation?.id ?? null,
    accuracy: accuracy.value,
    low: accuracy.low,
    high: accuracy.high,
    seconds,
    memoryBytes,
    storedBytes,
  });
  return started;
}

async function start(
  context: Context,
  option: AdvisedOption,
  { versionId, splitId, projectId }: Advice,
): Promise<RecommendedStart> {
  const { technique, modelId, options } = option;
  const common = { versionId, splitId, options, projectId };
  if (technique === 'TRANSFER')
    return { run: await startTransfer(context, { ...common, modelId }), evaluation: null };
  if (technique === 'PRETRAIN') return { run: await startPretraining(context, common), evaluation: null };
  const candidate = candidateOf(option);
  const protocol = { split: { splitId, part: 'TEST' as const } };
  return {
    run: null,
    evaluation: await startEvaluation(context, { versionId, protocol, candidate, projectId }),
  };
}

/**
 * Compares the best options by folds within the training part of the version's first split: choosing between them by the test
 * part would use it up. These folds are of examples that the advisor has seen, so they do not count in its track record.
 */
export async function startRecommendedStudy(context: Context, id: string, count: number): Promise<Study> {
  const { options, versionId, projectId } = await adviceFor(context, id);
  const best = options.filter(({ leftOut }) => leftOut === null).slice(0, count);
  if (best.length < 2)
    throw new DomainError(
      'BAD_INPUT',
      'A study compares two options or more. Ask again with a larger budget, or start the one.',
    );
  return startStudy(context, {
    versionIds: [versionId],
    projectId,
    protocol: { crossValidation: SCORED },
    candidates: best.map(candidateOf),
  });
}

function candidateOf({ technique, modelId, options }: AdvisedOption): CandidateInput {
  if (technique === 'PRETRAIN') return { pretrain: { options } };
  return { head: { ...(modelId ? { modelId } : {}), options } };
}

/** It is in a project of its own where its version came with Kshot. */
interface Advice {
  readonly options: readonly AdvisedOption[];
  readonly versionId: string;
  readonly splitId: string;
  readonly projectId: string;
}

async function adviceFor({ store }: Context, id: string): Promise<Advice> {
  const { status, versionId, splitName, result, projectId } = await getRow(store, 'recommendation', id);
  if (!hasEnded(status) || !result)
    throw new DomainError('CONFLICT', 'The recommendation is not done. Wait for it, or ask again.');
  const [split] = await findRows(store, 'split', { versionId, name: splitName });
  return { options: result.options, versionId, splitId: split!.id, projectId };
}
