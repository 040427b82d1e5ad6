import { advice } from './advice.js';
import { check } from './check.js';
import { importing } from './import.js';
import { inspection } from './inspection.js';
import type { Kind } from './kind.js';
import { labelling } from './labelling.js';
import { prediction } from './prediction.js';
import { report } from './report.js';
import { run } from './run.js';
import { shard } from './shard.js';

/** All kinds of work. A worker does tasks of each kind beside those of the others. */
export const kinds: readonly Kind[] = [
  run,
  importing,
  inspection,
  prediction,
  shard,
  report,
  check,
  labelling,
  advice,
];
