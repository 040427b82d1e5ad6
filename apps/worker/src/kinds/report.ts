import type { EvaluationCosts, EvaluationQuery } from '@kshot/domain';
import { failEvaluation, lockEvaluation, type Store, settleReport } from '@kshot/store';
import type { Kind } from './kind.js';

/** Makes the report of an evaluation whose units are all scored. */
export const report: Kind = {
  name: 'report',
  async load({ prisma, blobs }, { subject }) {
    const evaluation = await prisma.evaluation.findUniqueOrThrow({ where: { id: subject } });
    const units = evaluation.countedUnits ?? evaluation.unitCount;
    const shards = await prisma.evaluationShard.findMany({
      where: { evaluationId: subject, hash: { not: null }, fromUnit: { lt: units } },
      orderBy: { index: 'asc' },
      select: { hash: true },
    });
    const { protocol } = evaluation.query as unknown as EvaluationQuery;
    return { kind: 'report', blobDir: blobs.dir, shards: shards.map(({ hash }) => hash!), units, protocol };
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
async function costsOf({ prisma }: Store, evaluationId: string): Promise<EvaluationCosts> {
  const shards = (await prisma.evaluationShard.findMany({ where: { evaluationId } })).flatMap(
    ({ costs, fromUnit, toUnit }) =>
      costs ? [{ costs: costs as unknown as EvaluationCosts, weight: toUnit - fromUnit }] : [],
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
