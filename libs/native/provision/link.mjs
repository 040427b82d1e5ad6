import { cpSync, lstatSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Puts the cached library and binding where tfjs-node looks, each by one rename.
 * @param {{ deps: string, binding: string }} places
 * @param {{ deps: string, binding: string }} cached
 */
export function linkInto(places, cached) {
  const unfinished = `${places.deps}-${process.pid}`;
  rmSync(unfinished, { force: true });
  symlinkSync(cached.deps, unfinished, 'dir');
  if (!lstatSync(places.deps, { throwIfNoEntry: false })?.isSymbolicLink())
    rmSync(places.deps, { recursive: true, force: true });
  renameSync(unfinished, places.deps);
  mkdirSync(dirname(places.binding), { recursive: true });
  // A copy and no link: the binding finds its library relative to where it lies.
  cpSync(cached.binding, `${places.binding}-${process.pid}`);
  renameSync(`${places.binding}-${process.pid}`, places.binding);
}
