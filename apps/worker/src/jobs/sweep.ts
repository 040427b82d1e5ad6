import {
  lostImports,
  type Queue,
  reclaimChecks,
  reclaimLostRuns,
  reclaimRecommendations,
  reclaimShards,
  type Store,
  settleForecasts,
  settleStudy,
  shardId,
  unsettledStudies,
} from '@kshot/store';

/** Work whose worker was lost goes back into the queue; so does what is queued but whose job got lost. */
export async function sweep({ pool, prisma }: Store, queue: Queue): Promise<void> {
  for (const id of await reclaimLostRuns(pool)) await queue.send('run', id);
  for (const id of await lostImports(pool)) await queue.send('import', id);
  for (const id of await reclaimShards(pool)) await queue.send('shard', id);
  for (const study of await unsettledStudies(pool))
    for (const key of await settleStudy(pool, study)) await queue.send('shard', shardId(key));
  for (const id of await reclaimChecks(pool)) await queue.send('check', id);
  for (const id of await reclaimRecommendations(pool)) await queue.send('advice', id);
  await settleForecasts(pool);
  const before = new Date(Date.now() - 60_000);
  const waiting = await prisma.run.findMany({
    where: { status: 'QUEUED', createdAt: { lt: before } },
    select: { id: true },
    take: 20,
  });
  for (const { id } of waiting) await queue.send('run', id);
}
