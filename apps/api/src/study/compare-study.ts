import { Worker } from 'node:worker_threads';
import { domainErrorsOf, stopRuleOf, unitKindOf } from '@kshot/domain';
import { assertComparable, type Comparison as Compared, type UnitMetric } from '@kshot/fewshot';
import { findRows } from '@kshot/store';
import type { Context } from '../context.js';
import type { Evaluation } from '../evaluation/evaluation.type.js';
import { presentFigure } from '../evaluation/figure.type.js';
import type { CompareTask } from './compare-thread.js';
import type { Comparison } from './study.type.js';

/** Comparisons that were asked for; results never change, so that they are kept by what they are of. */
const known = new Map<string, Promise<Compared>>();
const MOST_KNOWN = 100;

/** The finished ones among the evaluations of one version, pair by pair; null while fewer than two are done. */
export async function compareStudy(
  { store }: Context,
  evaluations: readonly Evaluation[],
  metric: UnitMetric,
): Promise<Comparison | null> {
  const done = evaluations.filter(({ status }) => status === 'DONE');
  if (done.length < 2) return null;
  const { protocol } = done[0]!.query;
  const kind = unitKindOf[protocol.kind];
  domainErrorsOf(() => assertComparable(kind, metric));
  const ids = done.map(({ id }) => id);
  const shards = await findRows(store, 'evaluationShard', { evaluationId: ids }, { by: 'index' });
  const task: CompareTask = {
    blobDir: store.blobs.dir,
    kind,
    metric,
    shots: protocol.kind === 'SHOT_CURVE' ? Math.max(...protocol.shots) : null,
    contenders: done.map(({ id }) => ({
      name: id,
      hashes: shards.flatMap(({ evaluationId, hash }) => (evaluationId === id && hash ? [hash] : [])),
    })),
    units: done[0]!.countedUnits,
    errorRate: stopRuleOf(protocol)?.errorRate ?? null,
  };
  return presentComparison(await remembered(task));
}

function remembered(task: CompareTask): Promise<Compared> {
  const key = JSON.stringify(task);
  const comparison = known.get(key) ?? compared(task);
  known.delete(key);
  known.set(key, comparison);
  comparison.catch(() => known.delete(key));
  for (const oldest of known.keys()) {
    if (known.size <= MOST_KNOWN) break;
    known.delete(oldest);
  }
  return comparison;
}

const compared = (task: CompareTask): Promise<Compared> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./compare-thread.js', import.meta.url), { workerData: task });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The comparison ended without a result.')));
  });

const presentComparison = ({ metric, values, standings, pairs }: Compared): Comparison => ({
  metric,
  values,
  standings: standings.map(({ name, rank, figure, tiedWithBest }) => ({
    evaluationId: name,
    rank,
    figure: presentFigure(figure),
    tiedWithBest,
  })),
  pairs: pairs.map(({ tests, difference, effect, ...rest }) => ({
    ...rest,
    ...tests,
    mcNemar: tests.mcNemar ?? null,
    alwaysValid: tests.alwaysValid ?? null,
    difference: presentFigure(difference),
    effect: presentFigure(effect),
  })),
});
