// ours.ts import|inspect FILE: seconds, examples and the most memory that the process took, as a JSON line.

import path from 'node:path';
import { peakMemory } from '@kshot/domain';
import { importFile, inspectFile } from '@kshot/ingest';

const [way, file = ''] = process.argv.slice(2);
const request = { fileName: path.basename(file), testShare: 0.2, seed: 1 };
const started = performance.now();
const examples =
  way === 'inspect'
    ? (await inspectFile(file, request)).exampleCount
    : (await importFile(file, request, () => undefined)).pack.manifest.count;
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ seconds, examples, peakMemory: peakMemory() }));
