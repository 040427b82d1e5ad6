import type { Technique } from '@kshot/domain';
import { count, layerShapes, multiplications, type Network, parameterCount } from '@kshot/fewshot';
import { findRows } from '@kshot/store';
import type { Context } from '../context.js';
import type { RunEstimate } from './run-estimate.type.js';

/** What a run computes. */
export interface Work {
  readonly technique: Technique;
  readonly method: string;
  readonly versionId: string;
  /** The model whose features are used; a run on the same version has computed them. */
  readonly parentId?: string;
  readonly network: Network;
  readonly steps: number;
  /** Examples that go through the network, in all. */
  readonly passes: number;
  /** Forward passes' worth of work for each: 3 with gradients. */
  readonly share: number;
  /** Examples that are in the network at once. */
  readonly batch: number;
  readonly examples: number;
  /** Seconds of heads that are solved for, beside what goes through the network. */
  readonly solving?: number;
  readonly warnings: string[];
}

const START_SECONDS = 0.9;
/** Of a process with its libraries, before it has read anything. */
const BASE_BYTES = 450 * 1024 ** 2;
/** Multiplications a second, and seconds of an update besides them, that two ordinary cores reach. */
const RATE = 30e9;
const UPDATE_SECONDS = 0.0006;

/** From the last finished run of the same kind on the same version, or else from multiplications. */
export async function estimated({ store }: Context, work: Work): Promise<RunEstimate> {
  const { technique, method, versionId, network, steps, passes, share, solving, warnings } = work;
  const { parentId } = work;
  const newest = { by: 'endedAt', direction: 'desc', take: 1 } as const;
  const [last] = await findRows(store, 'run', { technique, method, versionId, status: 'DONE' }, newest);
  const onFeatures = { technique, versionId, parentId, status: 'DONE' } as const;
  const hasFeatures =
    solving !== undefined && parentId && (await findRows(store, 'run', onFeatures, newest)).length > 0;
  // Heads that are solved for have no pace, and features that are there already are not computed again.
  const pace = solving === undefined ? last?.summary.examplesPerSecond : undefined;
  const seconds = pace
    ? passes / pace
    : steps * UPDATE_SECONDS +
      (hasFeatures ? 0 : (passes * share * multiplications(network)) / RATE) +
      (solving ?? 0);
  const parameters = parameterCount(network);
  const each =
    network.inputShape.reduce((product, size) => product * size, 1) *
    (network.inputShape.length === 3 ? 1 : 4);
  return {
    steps,
    parameters,
    seconds: seconds + START_SECONDS,
    memoryBytes: BASE_BYTES + 2 * each * work.examples + networkBytes(work, parameters),
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
