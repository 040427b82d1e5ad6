import { compiler } from './setup.mjs';

/** The line that ends a compilation of tsc -b --watch, with the number of errors. */
const COMPILED = /Found (\d+) errors?\. Watching for file changes/;

/**
 * Compiles what is edited; API and worker start again after each compilation without errors. The dashboard reloads by itself.
 * @param {ReturnType<typeof import('./processes.mjs').processGroup>} group
 */
export function watchSources(group) {
  let first = true; // they were started from what it finds
  /** @type {string[]} */
  let lines = [];
  const args = ['-b', '--watch', '--preserveWatchOutput'];
  group.start('compiler', [compiler], args, {}, (line) => {
    lines.push(line);
    const errors = COMPILED.exec(line)?.[1];
    if (errors === undefined) return;
    if (errors !== '0') console.error(lines.join('\n'));
    else if (!first) {
      console.log('Compiled. API and worker start again.');
      for (const name of ['API', 'worker']) group.restart(name);
    }
    lines = [];
    first = false;
  });
}
