import { spawn } from 'node:child_process';

/**
 * Runs a command to its end and returns what it printed; throws its last lines when it fails or takes too long.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, seconds: number }} options
 * @returns {Promise<string>}
 */
export function command(program, args, { cwd, env, seconds }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, seconds * 1000);
    child.stdout.on('data', (chunk) => {
      output = `${output}${chunk}`.slice(-20_000);
    });
    child.stderr.on('data', (chunk) => {
      errors = `${errors}${chunk}`.slice(-20_000);
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new Error(`${program}: ${error.message}`));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) return resolve(output);
      const lines = `${errors}\n${output}`.trim().split('\n').slice(-3).join(' | ');
      reject(
        new Error(`${program} ${late ? `took longer than ${seconds} s` : `ended with ${code}`}: ${lines}`),
      );
    });
  });
}
