import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/** @typedef {{ name: string, pid: number, born: string }} Known */
/** @typedef {{ start: Known, parts: Known[] }} Remembered */
/** @typedef {(line: string) => void} Heard */

/** Pauses before a part is started again, in milliseconds; with more deaths within a minute it waits that long, or is given up. */
const PAUSES = [0, 500, 1000, 2000, 4000];
const WITHIN = 60_000;

/**
 * The processes of a start: started, watched, started again when they die, and ended together. Their ids are kept in a file, so
 * that the next start can end what a killed one left behind.
 * @param {string} file @param {string} needed the part without which the others are of no use @param {() => void} givenUp called when that one keeps dying
 * @param {number[]} pauses
 */
export function processGroup(file, needed, givenUp, pauses = PAUSES) {
  /** @type {Map<string, import('node:child_process').ChildProcess>} */
  const children = new Map();
  let stopping = false;
  const remember = () => {
    const parts = [...children].map(([name, { pid = 0 }]) => known(name, pid));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ start: known('npm start', process.pid), parts }), { mode: 0o600 });
  };
  /** @type {Set<import('node:child_process').ChildProcess>} those that end because others take their place */
  const replaced = new Set();
  /** @param {string} name @param {string | [string]} script of Node, or a program @param {string[]} args @param {NodeJS.ProcessEnv} env @param {Heard} [heard] @param {number[]} deaths when it died lately */
  const start = (name, script, args, env, heard, deaths = []) => {
    if (stopping) return;
    const [program, ...first] = typeof script === 'string' ? [process.execPath, script] : script;
    const child = spawn(program, [...first, ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', heard ? 'pipe' : 'inherit', 'inherit'],
    });
    if (heard && child.stdout) createInterface(child.stdout).on('line', heard);
    children.set(name, child);
    remember();
    child.once('exit', (code, signal) => {
      children.delete(name);
      if (stopping) return;
      if (replaced.delete(child)) return start(name, script, args, env, heard, deaths);
      const lately = [...deaths.filter((at) => Date.now() - at < WITHIN), Date.now()];
      console.error(`The ${name} has ended unexpectedly (${signal ?? `exit code ${code}`}).`);
      if (pauses[lately.length - 1] === undefined && name === needed) return givenUp();
      const pause = pauses[lately.length - 1] ?? WITHIN;
      console.error(`Starting the ${name} again${pause > 0 ? ` in ${pause / 1000} s` : ''}.`);
      setTimeout(() => start(name, script, args, env, heard, lately), pause);
    });
  };
  return {
    /** @param {string} name @param {string | [string]} script of Node, or a program @param {string[]} args @param {NodeJS.ProcessEnv} env @param {Heard} [heard] gets the lines that it prints, which are not shown then */
    start: (name, script, args, env, heard) => start(name, script, args, env, heard),
    /** Ends a part, and starts it again once it has ended. @param {string} name */
    restart(name) {
      const child = children.get(name);
      if (!child) return; // it starts soon anyway
      replaced.add(child);
      child.kill('SIGTERM');
    },
    async stop() {
      stopping = true;
      await endAll([...children.values()].map((child) => child.pid ?? 0));
      rmSync(file, { force: true });
    },
  };
}

/** Ends what an earlier start left running, by the ids that it wrote down. Throws where that start runs still. @param {string} file @returns {Promise<string[]>} their names */
export async function endLeftovers(file) {
  if (!existsSync(file)) return [];
  /** @type {Remembered | Known[]} a list of parts, before 0.2.0 */
  const before = JSON.parse(readFileSync(file, 'utf8'));
  const { start, parts } = Array.isArray(before) ? { start: null, parts: before } : before;
  if (start && isSame(start))
    throw new Error(
      `Kshot runs already with the folder ${path.dirname(file)} (process ${start.pid}). Stop it first, or set KSHOT_HOME to another folder.`,
    );
  const alive = parts.filter(isSame);
  await endAll(alive.map(({ pid }) => pid));
  rmSync(file, { force: true });
  return alive.map(({ name }) => name);
}

/** @param {string} name @param {number} pid @returns {Known} */
const known = (name, pid) => ({ name, pid, born: birthOf(pid) });

/** Whether the process runs still, and no other has its id. @param {Known} process */
const isSame = ({ pid, born }) => Boolean(isAlive(pid)) && birthOf(pid) === born;

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
