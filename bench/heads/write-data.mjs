// write-data.mjs SIZE-AS-JSON FOLDER: the numbers that both are measured on, for the peer.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { draw } from './draw.mjs';

const [size, folder] = process.argv.slice(2);
for (const [name, { labels, features }] of Object.entries(draw(JSON.parse(size)))) {
  writeFileSync(path.join(folder, `${name}.f64`), new Uint8Array(features.values.buffer));
  writeFileSync(path.join(folder, `${name}.i32`), new Uint8Array(labels.buffer));
}
