import { writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { readFile } from '../accuracy/files/read-file.mjs';
import { drawOf, poolOf } from './pool.mjs';
import { rawRows } from './raw-rows.mjs';

// draw.mjs FILE SHOTS OUT: lays the first draw of this size into a file, as a run would find its examples.
const [file, shots, out] = process.argv.slice(2);
const read = await readFile(file);
const draw = drawOf(poolOf(read, 1), Number(shots), 1);
if (draw) {
  const rows = Int32Array.from(draw.flatMap(({ seen }) => [...seen]));
  const labels = Int32Array.from(draw.flatMap(({ seen }, k) => Array(seen.length).fill(k)));
  writeFileSync(out, serialize({ raw: rawRows(read.raw, rows), labels, ways: draw.length }));
}
