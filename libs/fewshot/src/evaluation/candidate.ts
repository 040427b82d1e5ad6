import type { HeadSettings } from '../heads/fit-head.js';

/** A head under the name that reports give it. */
export interface Candidate extends HeadSettings {
  readonly name: string;
}
