// Turns TypeScript into JavaScript, a file for each file. Whether the types are right is what npm run check and npm run dev look at.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { whenStale } from './stale.mjs';

/** The parts of Kshot that are compiled. @type {readonly string[]} */
export const parts = JSON.parse(readFileSync('tsconfig.json', 'utf8')).references.map(
  (/** @type {{ path: string }} */ reference) => reference.path,
);

/** What says of which sources the compiled ones of a part are. @param {string} part */
export const stampOf = (part) => `${part}/dist/.stamp`;

/** Writes the dist of each of these parts whose sources have changed. @param {readonly string[]} parts */
export async function transpile(parts) {
  const { build, stop } = await import('esbuild'); // not before dependencies are there
  await Promise.all(
    parts.map((part) => {
      const sources = [`${part}/src`, 'prisma/schema.prisma', 'tsconfig.base.json', 'package-lock.json'];
      return whenStale(stampOf(part), sources, async () => {
        await build({
          entryPoints: sourcesIn(`${part}/src`),
          outbase: `${part}/src`,
          outdir: `${part}/dist`,
          format: 'esm',
          platform: 'node',
          tsconfig: 'tsconfig.base.json',
          sourcemap: true,
          sourcesContent: false,
          logLevel: 'error',
        });
      });
    }),
  );
  await stop();
}

/** @param {string} folder */
const sourcesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => path.join(folder, file));
