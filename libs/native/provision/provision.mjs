import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileAtomically } from './atomically.mjs';
import { compiledBinding } from './binding.mjs';
import { linkInto } from './link.mjs';
import { cacheFolder, places } from './places.mjs';
import { provenToWork } from './proof.mjs';
import { readStamp, writeStamp } from './stamp.mjs';
import { vendorAnswers, vendorPrebuilt } from './vendor.mjs';
import { libraryFromWheel } from './wheel.mjs';

/**
 * Makes `@tensorflow/tfjs-node` usable, by the first way that works: nothing to do, the vendor's prebuilt,
 * libtensorflow out of the tensorflow-cpu wheel. Never throws: without any, the pure JavaScript backend is left.
 * Tried on Linux x64; macOS, Windows and Linux arm64 have only the vendor's prebuilt, which was not tried there.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<{ way: 'ready' | 'vendor' | 'wheel' | 'javascript', native: boolean, reasons: string[] }>}
 */
export async function provisionNative({ log = () => {} } = {}) {
  if (process.env.KSHOT_NATIVE === 'off')
    return { way: 'javascript', native: false, reasons: ['KSHOT_NATIVE=off asks for pure JavaScript'] };
  const at = places();
  const found = await readStamp(at);
  if (found) return { way: 'ready', native: true, reasons: found.reasons };
  const reasons = [];
  for (const [way, put] of /** @type {const} */ ([
    ['vendor', () => vendorPrebuilt({ ...at, log })],
    ['wheel', () => fromWheel(at, log)],
  ])) {
    try {
      await put();
      await provenToWork();
      await writeStamp({ ...at, library: libraryFile(at.deps) }, way, reasons);
      return { way, native: true, reasons };
    } catch (error) {
      reasons.push(`${names[way]}: ${error instanceof Error ? error.message : error}`);
    }
  }
  fileAtomically(at.stamp, JSON.stringify({ way: 'javascript', reasons }, null, 2));
  return { way: 'javascript', native: false, reasons };
}

/**
 * Fetches what `provisionNative` is going to need, while packages are still being installed. Never throws: what fails is tried again,
 * and said, by that.
 */
export async function libraryAhead() {
  if (process.env.KSHOT_NATIVE === 'off' || (await vendorAnswers())) return;
  await libraryFromWheel(cacheFolder(), () => {}).catch(() => undefined);
}

/** What is tried, in words for people. */
const names = {
  vendor: "the vendor's download",
  wheel: 'libtensorflow of the Python package tensorflow-cpu',
};

/** @param {ReturnType<typeof places>} at @param {(line: string) => void} log */
async function fromWheel(at, log) {
  const deps = await libraryFromWheel(at.cache, log);
  const binding = await compiledBinding({ tfjsNode: at.tfjsNode, cache: at.cache, deps, log });
  linkInto(at, { deps, binding });
}

/** @param {string} deps */
function libraryFile(deps) {
  const names = ['libtensorflow_cc.so.2', 'libtensorflow.so.2', 'libtensorflow.2.dylib', 'tensorflow.dll'];
  const name = names.find((candidate) => existsSync(join(deps, 'lib', candidate)));
  if (!name) throw new Error(`no libtensorflow in ${join(deps, 'lib')}`);
  return join(deps, 'lib', name);
}
