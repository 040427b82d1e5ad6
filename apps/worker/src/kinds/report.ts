import type { EvaluationCosts } from '@kshot/domain';
import { failEvaluation, findRows, getRow, lockEvaluation, type Store, settleReport } from '@kshot/store';
import type { Kind } from './kind.js';

/** Makes the report of an evaluation whose units are all scored. */
export const report: Kind = {
  name: 'report',
  async load(store, { subject }) {
    const { countedUnits, unitCount, query } = await getRow(store, 'evaluation', subject);
    const units = countedUnits ?? unitCount;
    const shards = await findRows(store, 'evaluationShard', { evaluationId: subject }, { by: 'index' });
    return {
      kind: 'report',
      blobDir: store.blobs.dir,
      shards: shards.flatMap(({ hash, fromUnit }) => (hash && fromUnit < units ? [hash] : [])),
      units,
      protocol: query.protocol,
    };
  },
  async keep(store, { subject }, message) {
    if (message.kind !== 'reported') return 'STORED';
    const costs = await costsOf(store, subject);
    return { settle: (client) => settleReport(client, subject, { ...message, costs }) };
  },
  lock: lockEvaluation,
  fail: failEvaluation,
};

/** Times are means over units, sizes the largest of any shard. */
async function costsOf(store: Store, evaluationId: string): Promise<EvaluationCosts> {
  const shards = (await findRows(store, 'evaluationShard', { evaluationId })).flatMap(
    ({ costs, fromUnit, toUnit }) => (costs ? [{ costs, weight: toUnit - fromUnit }] : []),
  );
  const total = shards.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (name: 'trainSeconds' | 'predictMilliseconds') =>
    shards.reduce((sum, { costs, weight }) => sum + costs[name] * weight, 0) / total;
  const most = (name: keyof EvaluationCosts) => Math.max(...shards.map(({ costs }) => costs[name]));
  return {
    trainSeconds: mean('trainSeconds'),
    predictMilliseconds: mean('predictMilliseconds'),
    peakMemoryBytes: most('peakMemoryBytes'),
    storedBytes: most('storedBytes'),
    optionsByHand: most('optionsByHand'),
  };
}
