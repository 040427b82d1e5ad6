import type { Network } from '../networks/layer.js';
import { multiplications } from '../networks/multiplications.js';

/** Seconds from a worker's taking a run until it works, and from its end until it is stored. */
export const START_SECONDS = 0.9;
/** Multiplications a second, and seconds of an update besides them, that two ordinary cores reach. */
const RATE = 30e9;
const UPDATE_SECONDS = 0.0006;

/** What a network is asked or trained for. */
export interface NetworkWork {
  readonly network: Network;
  readonly steps: number;
  /** Examples that go through the network, in all. */
  readonly passes: number;
  /** Forward passes' worth of work for each: 3 with gradients. */
  readonly share: number;
}

/** Estimated seconds of a network, without the start. */
export const networkSeconds = ({ network, steps, passes, share }: NetworkWork): number =>
  steps * UPDATE_SECONDS + (passes * share * multiplications(network)) / RATE;
