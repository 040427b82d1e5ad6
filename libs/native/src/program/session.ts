import { createHash } from 'node:crypto';
import { binding, type Held } from '../binding.js';
import type { Ref } from '../graph/node.js';
import { loadSession } from '../graph/saved-model.js';

/** Numbers as a session takes them. */
export interface Input {
  readonly ref: Ref;
  readonly shape: readonly number[];
  readonly dtype: number;
  readonly values: ArrayLike<number>;
}
export interface Output {
  readonly shape: readonly number[];
  readonly dtype: number;
  readonly values: Float32Array | Int32Array | Uint8Array;
}
export interface Session {
  /** Feeds, runs what the outputs need, and returns copies of them. */
  run(inputs: readonly Input[], outputs: readonly Ref[]): Output[];
  /** Gives the session back: it is kept for the next program of the same structure, or closed. */
  release(): void;
}

/** Sessions that nobody uses, by the hash of their graph; the oldest is closed first. */
const idle = new Map<string, number[]>();
const MOST_IDLE = 4;

/** A session of these SavedModel bytes: one that was released before, when there is one. */
export function openSession(bytes: Uint8Array): Session {
  const key = createHash('sha256').update(bytes).digest('hex');
  const waiting = idle.get(key);
  const id = waiting?.pop() ?? loadSession(bytes);
  if (waiting?.length === 0) idle.delete(key);
  const names = (refs: readonly Ref[]) => refs.map(({ node, output }) => `${node}:${output}`).join(',');
  return {
    run(inputs, outputs) {
      const native = binding();
      const ids = inputs.map(({ shape, dtype, values }) => native.createTensor(shape, dtype, values));
      let held: Held[] = [];
      try {
        held = native.runSavedModel(id, ids, names(inputs.map(({ ref }) => ref)), names(outputs));
        return held.map(({ id: result, shape, dtype }) => ({
          shape,
          dtype,
          values: native.tensorDataSync(result).slice(),
        }));
      } finally {
        for (const used of [...ids, ...held.map((result) => result.id)]) native.deleteTensor(used);
      }
    },
    release() {
      idle.set(key, [...(idle.get(key) ?? []), id]);
      closeOldest();
    },
  };
}

function closeOldest(): void {
  const count = [...idle.values()].reduce((sum, ids) => sum + ids.length, 0);
  if (count <= MOST_IDLE) return;
  const [key, ids] = idle.entries().next().value as [string, number[]];
  binding().deleteSavedModel(ids.shift()!);
  if (ids.length === 0) idle.delete(key);
}
