import { writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import type { RawExamples } from '@kshot/fewshot';
import { readFile } from '../accuracy/files/read-file.js';
import { drawOf, flattened, poolOf } from './pool.js';
import { rawRows } from './raw-rows.js';

/** A draw in a file: its examples, [n] their classes, and how many there are. */
export interface StoredDraw {
  readonly raw: RawExamples;
  readonly labels: Int32Array;
  readonly ways: number;
}

// draw.ts FILE SHOTS OUT: lays the first draw of this size into a file, as a run would find its examples.
const [file = '', shots, out = ''] = process.argv.slice(2);
const read = await readFile(file);
const draw = drawOf(poolOf(read, 1), Number(shots), 1);
if (draw) {
  const { rows, truth } = flattened(draw, 'seen');
  const stored: StoredDraw = { raw: rawRows(read.raw, rows), labels: truth, ways: draw.length };
  writeFileSync(out, serialize(stored));
}
