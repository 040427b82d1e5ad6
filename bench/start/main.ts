// npm run bench -- start [--json]: seconds that `npm start` takes in a clone of what is committed, while the caches of npm and of all
// else that is fetched are empty, and once more after that; by stage. Needs the registries.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ended, root } from '../../test/harness/kshot.js';
import { startHome } from '../../test/harness/npm-start.js';
import { load } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';

const { json } = benchOptions([]);
const folder = mkdtempSync(path.join(tmpdir(), 'kshot-clone-'));
chmodSync(folder, 0o755); // for root: PostgreSQL runs as a user of its own
const clone = path.join(folder, 'kshot');
const caches = { npm_config_cache: path.join(folder, 'npm'), XDG_CACHE_HOME: path.join(folder, 'cache') };
const home = startHome(clone);
try {
  execFileSync('git', ['clone', '--quiet', root, clone]);
  for (const work of ['from a clone', 'again']) {
    const before = load();
    const { child, output } = await home.start(caches);
    await ended(child, 'SIGINT');
    const seconds = Number(/ready after ([\d.]+) s/.exec(output)?.[1]);
    const stages = Object.fromEntries(
      [...output.matchAll(/^✓ ([^:(\n]+).*\(([\d.]+) s\)$/gm)].map(([, name = '', took]) => [
        name.trim(),
        Number(took),
      ]),
    );
    const line = {
      work,
      unit: 's',
      ours: seconds,
      peer: null,
      theirs: null,
      ratio: null,
      load: before,
      stages,
    };
    console.log(json ? JSON.stringify(line) : inWords(line));
  }
} finally {
  await home.endAll();
  home.remove();
  rmSync(folder, { recursive: true, force: true });
}

function inWords({
  work,
  ours,
  load: before,
  stages,
}: {
  work: string;
  ours: number;
  load: number;
  stages: object;
}): string {
  const parts = Object.entries(stages).map(([name, took]) => `${name} ${took}`);
  return `${work}: ${ours} s (load before ${before.toFixed(1)}; ${parts.join(', ')})`;
}
