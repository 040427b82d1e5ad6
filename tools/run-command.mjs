import { spawn } from 'node:child_process';

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
