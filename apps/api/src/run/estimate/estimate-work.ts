import type { Technique } from '@kshot/domain';
import {
  count,
  layerShapes,
  type NetworkWork,
  networkSeconds,
  parameterCount,
  START_SECONDS,
} from '@kshot/fewshot';
import { findRows, slowness } from '@kshot/store';
import type { Context } from '../../context.js';
import type { RunEstimate } from '../run-estimate.type.js';

/** What a run computes. */
export interface Work extends NetworkWork {
  readonly technique: Technique;
  readonly method: string;
  /** How much of a network is trained. */
  readonly tuned?: string;
  readonly versionId: string;
  /** The model whose features are used; a run on the same version has computed them. */
  readonly parentId?: string;
  /** Seconds of an encoder that texts go through first. */
  readonly encoding?: number;
  /** Examples that are in the network at once. */
  readonly batch: number;
  readonly examples: number;
  /** Weights that are trained, where not all of the network are. */
  readonly parameters?: number;
  /** Seconds of heads that are solved for, beside what goes through the network. */
  readonly solving?: number;
  readonly warnings: string[];
}

/** Of a process with its libraries, before it has read anything. */
const BASE_BYTES = 450 * 1024 ** 2;

interface WorkTime {
  /** Seconds on a machine as fast and as idle as the one that the constants are of; null where a finished run of the same kind tells more. */
  readonly expected: number | null;
  /** Seconds on this machine. */
  readonly seconds: number;
}

/** From the last finished run of the same kind on the same version, or else from multiplications and how slow the last runs were. */
export async function timeOf(context: Context, work: Work): Promise<WorkTime> {
  const pace = await paceOf(context, work);
  if (pace) return { expected: null, seconds: START_SECONDS + work.passes / pace };
  const expected = await secondsOf(context, work);
  return { expected, seconds: expected * (await slowness(context.store.pool)) };
}

async function secondsOf({ store }: Context, work: Work): Promise<number> {
  const { technique, versionId, parentId, encoding = 0, solving } = work;
  const onFeatures = { technique, versionId, parentId, status: 'DONE' } as const;
  // What is solved for is solved on features, which are kept.
  const hasFeatures =
    solving !== undefined && parentId && (await findRows(store, 'run', onFeatures, NEWEST)).length > 0;
  return START_SECONDS + (hasFeatures ? 0 : networkSeconds(work) + encoding) + (solving ?? 0);
}

const NEWEST = { by: 'endedAt', direction: 'desc', take: 1 } as const;

/** Examples a second of the last finished run of the method on the version that trained as much; heads that are solved for have none. */
async function paceOf({ store }: Context, work: Work): Promise<number | undefined> {
  const { technique, method, versionId, solving, tuned } = work;
  if (solving !== undefined) return undefined;
  const done = { technique, method, versionId, status: 'DONE' } as const;
  const runs = await findRows(store, 'run', done, { ...NEWEST, take: 20 });
  const last = runs.find(({ settings }) => settings.tuned === tuned);
  return last?.summary.examplesPerSecond;
}

/** What a run will take. */
export async function estimated(context: Context, work: Work): Promise<RunEstimate> {
  const { network, steps, warnings } = work;
  const { seconds } = await timeOf(context, work);
  const all = parameterCount(network);
  const each =
    network.inputShape.reduce((product, size) => product * size, 1) *
    (network.inputShape.length === 3 ? 1 : 4);
  return {
    steps,
    parameters: work.parameters ?? all,
    seconds,
    memoryBytes: BASE_BYTES + 2 * each * work.examples + networkBytes(work, all),
    warnings,
  };
}

/** Weights with what belongs to them, and what layers give for the examples that are in the network at once. */
function networkBytes({ network, batch, solving }: Work, parameters: number): number {
  const values = layerShapes(network).map(({ outputShape }) => count(outputShape));
  // With gradients all layers are kept, without them only two neighbours.
  if (solving !== undefined) return 4 * (2 * parameters + 4 * batch * Math.max(0, ...values));
  return 4 * (16 * parameters + 3 * batch * values.reduce((sum, size) => sum + size, 0));
}
