import { fileURLToPath } from 'node:url';
import { command } from './command.mjs';

const ADD = fileURLToPath(import.meta.resolve('./add.mjs'));

/** Adds two numbers with the native backend in a process of its own; throws with its words when it cannot. */
export async function provenToWork() {
  const output = await command(process.execPath, [ADD], {
    seconds: 60,
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
  });
  if (!output.includes('1 + 2 = 3')) throw new Error(`the native backend answered ${output.trim()}`);
}
