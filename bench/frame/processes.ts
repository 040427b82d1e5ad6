import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The Python that peers are installed in. */
export const python = process.env.KSHOT_BENCH_PYTHON ?? 'python3';

type Argument = string | number;

/** The JSON lines that a process prints; throws with all that it said when it fails or takes too many seconds. */
export function linesOf<Line>(program: string, args: readonly Argument[], seconds: number): Line[] {
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
    .map((line) => JSON.parse(line) as Line);
}

/** Those of a script of ours, run as this process is, in a process of its own. */
export const scriptLines = <Line>(script: URL, args: readonly Argument[], seconds: number): Line[] =>
  linesOf<Line>(process.execPath, [...process.execArgv, fileURLToPath(script), ...args], seconds);

/** Those of a peer's script. */
export const peerLines = <Line>(script: URL, args: readonly Argument[], seconds: number): Line[] =>
  linesOf<Line>(python, [fileURLToPath(script), ...args], seconds);
