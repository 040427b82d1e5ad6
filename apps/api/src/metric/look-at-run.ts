import { readSeries, runStatus, type Store } from '@kshot/store';

interface Look {
  readonly status: string;
  readonly series: Awaited<ReturnType<typeof readSeries>>;
}

/** Milliseconds in which subscribers that heard of the same change come together. */
const GATHER = 2;
const looks = new WeakMap<Store['pool'], Map<string, Promise<Look>>>();

/** What a run recorded after a step: one look for all subscribers that stand at the same step, however many they are. */
export function lookAtRun(store: Store, runId: string, after: number): Promise<Look> {
  const waiting = looks.get(store.pool) ?? new Map<string, Promise<Look>>();
  looks.set(store.pool, waiting);
  const key = `${runId} ${after}`;
  const known = waiting.get(key);
  if (known) return known;
  const look = new Promise((resolve) => setTimeout(resolve, GATHER)).then(async () => {
    waiting.delete(key); // whoever comes from now on waits for the next look
    const status = await runStatus(store.pool, runId); // before the series: what an ended run recorded is all there
    return { status, series: await readSeries(store.pool, runId, { after }) };
  });
  waiting.set(key, look);
  return look;
}
