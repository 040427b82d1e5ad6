import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** @typedef {{ name: string, pid: number, born: string }} Known */

/**
 * The processes of a start: started, watched, and ended together. Their ids are kept in a file, so that the next start can
 * end what a killed one left behind.
 * @param {string} file
 */
export function processGroup(file) {
  /** @type {Map<string, import('node:child_process').ChildProcess>} */
  const children = new Map();
  /** @type {Known[]} */
  const known = [];
  let stopping = false;
  return {
    /** @param {string} name @param {string} script @param {string[]} args @param {NodeJS.ProcessEnv} env @param {(name: string) => void} died */
    start(name, script, args, env, died) {
      const child = spawn(process.execPath, [script, ...args], {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      children.set(name, child);
      known.push({ name, pid: child.pid ?? 0, born: birthOf(child.pid ?? 0) });
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(known));
      child.once('exit', () => {
        children.delete(name);
        if (!stopping) died(name);
      });
    },
    async stop() {
      stopping = true;
      await endAll([...children.values()].map((child) => child.pid ?? 0));
      rmSync(file, { force: true });
    },
  };
}

/** Ends what an earlier start left running, by the ids that it wrote down. @param {string} file @returns {Promise<string[]>} their names */
export async function endLeftovers(file) {
  if (!existsSync(file)) return [];
  /** @type {Known[]} */
  const known = JSON.parse(readFileSync(file, 'utf8'));
  const alive = known.filter(({ pid, born }) => isAlive(pid) && birthOf(pid) === born);
  await endAll(alive.map(({ pid }) => pid));
  rmSync(file, { force: true });
  return alive.map(({ name }) => name);
}

/** SIGTERM, and SIGKILL for what does not go within some seconds. @param {number[]} pids */
async function endAll(pids) {
  for (const pid of pids) signal(pid, 'SIGTERM');
  for (let i = 0; i < 120 && pids.some(isAlive); i++) await delay(50);
  for (const pid of pids) signal(pid, 'SIGKILL');
}

/** @param {number} pid @param {NodeJS.Signals | 0} name */
function signal(pid, name) {
  try {
    return pid > 0 && process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Running, and not only waiting to be reaped. @param {number} pid */
export const isAlive = (pid) => signal(pid, 0) && !/^[ZX]/.test(statusOf(pid));

/** When a process began, as the kernel counts it: tells it from a later one with the same id. @param {number} pid */
const birthOf = (pid) => statusOf(pid).split(' ')[19] ?? '';

/** The state and what follows it in /proc/PID/stat; empty where there is no such file. @param {number} pid */
function statusOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
  } catch {
    return '';
  }
}
