import { spawn } from 'node:child_process';

/** Those that run; they end with this process. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.once('exit', () => {
  for (const child of running) child.kill();
});

/**
 * Runs a command to its end. Its output is shown only when it fails.
 * @param {string} command @param {string[]} args @param {{ cwd?: string, env?: NodeJS.ProcessEnv, advice?: string }} [options]
 * @returns {Promise<string>} what it printed
 */
export function runCommand(command, args, { cwd, env, advice } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    child.once('close', () => running.delete(child));
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', (error) =>
      reject(new Error(`${command} cannot be run: ${error.message}. ${advice ?? ''}`)),
    );
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else
        reject(
          new Error(
            `${command} ${args.join(' ')} ended with ${code}:\n${output.slice(-4000)}\n${advice ?? ''}`,
          ),
        );
    });
  });
}
