import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const python = process.env.KSHOT_BENCH_PYTHON ?? 'python3';
const lines = (text) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
const quiet = {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
  env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
};

/** Runs ours in a process of its own, because thread counts are fixed per process. */
export function ours(work, { intra, inter }, mode, seconds) {
  return lines(
    execFileSync(process.execPath, [here('ours.mjs'), work, intra, inter, mode, seconds].map(String), quiet),
  )[0];
}

/** Runs a peer; nothing when its library is not installed. */
export function peer(script, library, args) {
  try {
    execFileSync(
      python,
      ['-c', `import importlib.util as u, sys; sys.exit(u.find_spec("${library}") is None)`],
      quiet,
    );
  } catch {
    return [];
  }
  return lines(execFileSync(python, [here(`peers/${script}`), ...args.map(String)], quiet));
}
