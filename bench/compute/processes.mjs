import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const python = process.env.KSHOT_BENCH_PYTHON ?? 'python3';
const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' };
const SECONDS = 240;

/** The JSON lines that a process prints; throws with all that it said when it fails. */
function lines(program, args) {
  const { status, signal, error, stdout, stderr } = spawnSync(program, args.map(String), {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: SECONDS * 1000,
    maxBuffer: 1 << 28,
    env,
  });
  if (status !== 0)
    throw new Error(`${args.join(' ')} ended with ${error?.message ?? signal ?? status}\n${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

/** Runs ours in a process of its own, because thread counts are fixed per process. */
export function ours(work, { intra, inter }, mode, seconds) {
  return lines(process.execPath, [here('ours.mjs'), work, intra, inter, mode, seconds])[0];
}

const found = new Map();

/** Whether Python has a library. */
export function hasLibrary(name) {
  const question = `import importlib.util as u, sys; sys.exit(u.find_spec("${name}") is None)`;
  if (!found.has(name)) found.set(name, spawnSync(python, ['-c', question]).status === 0);
  return found.get(name);
}

/** Runs a peer: one line per way in which it did the work. */
export function peer(script, args) {
  return lines(python, [here(`peers/${script}`), ...args]);
}
