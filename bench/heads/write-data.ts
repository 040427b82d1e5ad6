import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { drawWork } from './draw-work.js';
import type { Size } from './works.js';

/** The numbers that both are measured on, in a folder for the peer. */
export function writeData(size: Size, folder: string): void {
  for (const [name, { labels, features }] of Object.entries(drawWork(size))) {
    writeFileSync(path.join(folder, `${name}.f64`), new Uint8Array(features.values.buffer));
    writeFileSync(path.join(folder, `${name}.i32`), new Uint8Array(labels.buffer));
  }
}
