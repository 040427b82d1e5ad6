import { availableParallelism } from 'node:os';
import util from 'node:util';
import { useAlgebra } from '@kshot/fewshot';
import * as cpu from '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { shippedEncoders } from './inference/shipped-encoders.js';
import { doubleAlgebra } from './kernels/double-algebra.js';
import { registerNativeKernels } from './kernels/register.js';
import { whyNotNative } from './why-not-native.js';

/** TensorFlow's two pools: threads inside an op, and ops side by side. Fixed for the life of a process. */
export interface Threads {
  readonly intra: number;
  readonly inter: number;
}
export interface Backend {
  readonly name: 'tensorflow' | 'cpu';
  readonly version: string;
  readonly threads: Threads;
  readonly native: boolean;
  /** Why it is this one: the way it was provisioned, or what stood in the way of the native one. */
  readonly reason: string;
}

let loaded: Promise<Backend> | undefined;

/** Chooses the backend, once per process: the first call decides. The pure JavaScript one is the visible fallback. */
export function loadBackend(options: { threads?: Threads } = {}): Promise<Backend> {
  loaded ??= load(options.threads ?? { intra: availableParallelism(), inter: 1 });
  return loaded;
}

async function load(threads: Threads): Promise<Backend> {
  const obstacle = await importTensorflow(threads);
  shippedEncoders(obstacle === undefined);
  if (obstacle === undefined) {
    const { binding } = await import('./binding.js');
    registerNativeKernels();
    useAlgebra(doubleAlgebra);
    const version = binding().TF_Version;
    return { name: 'tensorflow', version, threads, native: true, reason: 'the native backend is installed' };
  }
  await setBackend('cpu');
  const single = { intra: 1, inter: 1 };
  return { name: 'cpu', version: cpu.version_cpu, threads: single, native: false, reason: obstacle };
}

/** Undefined when the native backend is there and set, otherwise what stood in its way. */
async function importTensorflow({ intra, inter }: Threads): Promise<string | undefined> {
  const obstacle = whyNotNative();
  if (obstacle !== undefined) return obstacle;
  process.env.TF_NUM_INTRAOP_THREADS = String(intra);
  process.env.TF_NUM_INTEROP_THREADS = String(inter);
  process.env.OMP_NUM_THREADS = String(intra);
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '3';
  // Node 23 removed these two; tfjs-node 4.22 still calls them.
  const removed: Record<string, unknown> = util as Record<string, unknown>;
  removed.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  removed.isArray ??= Array.isArray;
  try {
    await import('@tensorflow/tfjs-node');
    return undefined;
  } catch (error) {
    return `the native backend does not load: ${(error as Error).message.split('\n')[0]}`;
  }
}
