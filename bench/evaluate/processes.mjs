import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const python = process.env.KSHOT_BENCH_PYTHON ?? 'python3';
const SECONDS = 600;

function lines(program, args) {
  const { status, signal, error, stdout, stderr } = spawnSync(program, args.map(String), {
    encoding: 'utf8',
    timeout: SECONDS * 1000,
    maxBuffer: 1 << 28,
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
  });
  if (status !== 0)
    throw new Error(`${args.join(' ')} ended with ${error?.message ?? signal ?? status}\n${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

export const ours = (work, rounds) => lines(process.execPath, [here('ours.mjs'), work, rounds])[0];
export const peer = (script, work, folder, rounds) =>
  lines(python, [here(`peers/${script}`), work, folder, rounds]);
/** Whether Python has a library. */
export const hasLibrary = (name) =>
  spawnSync(python, ['-c', `import importlib.util as u, sys; sys.exit(u.find_spec("${name}") is None)`])
    .status === 0;
