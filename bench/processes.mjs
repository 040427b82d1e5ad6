import { spawnSync } from 'node:child_process';

/** The Python that peers are installed in. */
export const python = process.env.KSHOT_BENCH_PYTHON ?? 'python3';

/** The JSON lines that a process prints; throws with all that it said when it fails or takes too many seconds. */
export function linesOf(program, args, seconds) {
  const { status, signal, error, stdout, stderr } = spawnSync(program, args.map(String), {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: seconds * 1000,
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

const found = new Map();

/** Whether Python has a library. */
export function hasLibrary(name) {
  const question = `import importlib.util as u, sys; sys.exit(u.find_spec("${name}") is None)`;
  if (!found.has(name)) found.set(name, spawnSync(python, ['-c', question]).status === 0);
  return found.get(name);
}
