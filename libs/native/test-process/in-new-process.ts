import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';

const RUN = fileURLToPath(import.meta.resolve('./run.mjs'));
const STEPS = fileURLToPath(new URL('./steps.ts', import.meta.url));

/** What a function of `steps.ts` returns when a process of its own runs it, and how that process ended. */
export async function inNewProcess<A, R>(
  run: (argument: A) => Promise<R>,
  argument: A,
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ result: R | undefined; end: number | string | null; said: string }> {
  const child = spawn(process.execPath, [RUN, STEPS, run.name], {
    env,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const collect = async (stream: NodeJS.ReadableStream) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };
  const output = collect(child.stdio[3] as Readable);
  const errors = collect(child.stderr!);
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code)),
  );
  child.stdin!.end(serialize(argument));
  const [bytes, said, end] = await Promise.all([output, errors, ended]);
  return { result: bytes.length > 0 ? (deserialize(bytes) as R) : undefined, end, said: said.toString() };
}
