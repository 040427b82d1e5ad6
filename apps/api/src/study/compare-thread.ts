import { parentPort, workerData } from 'node:worker_threads';
import {
  type Comparison,
  compareCandidates,
  type Unit,
  type UnitKind,
  type UnitMetric,
  unitsOfShots,
} from '@kshot/fewshot';
import { openBlobs, readUnits } from '@kshot/store';

/** What a thread compares: the blobs of each contender's shards. */
export interface CompareTask {
  readonly blobDir: string;
  readonly kind: UnitKind;
  readonly metric: UnitMetric;
  /** Of a shot curve: the number of shots that is compared. */
  readonly shots: number | null;
  /** Of a study that may stop early: the first so many units count, and the chance of any wrong verdict. */
  readonly units: number | null;
  readonly errorRate: number | null;
  readonly contenders: readonly { readonly name: string; readonly hashes: readonly string[] }[];
}

/** Tests take their time: they run in a thread, so that the API goes on answering. */
const { blobDir, kind, metric, shots, units: counted, errorRate, contenders } = workerData as CompareTask;
const blobs = await openBlobs(blobDir);
const loaded = [];
for (const { name, hashes } of contenders) {
  const scored: Unit[] = [];
  for (const hash of hashes) scored.push(...(await readUnits(blobs, hash)));
  const units = scored.slice(0, counted ?? undefined);
  loaded.push({ name, units: shots === null ? units : unitsOfShots(units, shots) });
}
const comparison: Comparison = compareCandidates(loaded, kind, {
  metric,
  ...(errorRate === null ? {} : { errorRate }),
});
parentPort?.postMessage(comparison);
