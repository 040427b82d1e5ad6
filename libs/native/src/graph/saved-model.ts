import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binding } from '../binding.js';
import type { functionDef } from './function.js';
import { graphNode, type Node } from './node.js';
import { messageType } from './proto.js';

export interface Graph {
  readonly nodes: readonly Node[];
  readonly functions?: readonly ReturnType<typeof functionDef>[];
}

/** Schema version 2 nodes came with producer 1087 (TensorFlow 2.9), which 2.18 reads too. */
const VERSIONS = { producer: 1087, min_consumer: 12 };

/** The bytes of a SavedModel with this graph, for `serve`. */
export function savedModelBytes(
  { nodes, functions = [] }: Graph,
  signatures: Record<string, object> = {},
): Uint8Array {
  const graph_def = { node: nodes.map(graphNode), library: { function: functions }, versions: VERSIONS };
  const meta_info_def = { tags: ['serve'], tensorflow_version: '2.9.1' };
  const type = messageType('SavedModel');
  const meta = { meta_info_def, graph_def, signature_def: signatures };
  return type.encode(type.fromObject({ saved_model_schema_version: 1, meta_graphs: [meta] })).finish();
}

/** Loads a SavedModel's bytes as a session. TensorFlow reads from a folder only; it is gone when this returns. */
export function loadSession(bytes: Uint8Array): number {
  sweep();
  const folder = join(tmpdir(), `${PREFIX}${process.pid}-${randomBytes(6).toString('hex')}`);
  mkdirSync(folder, { mode: 0o700 });
  try {
    writeFileSync(join(folder, 'saved_model.pb'), bytes);
    return binding().loadSavedModel(folder, 'serve');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const PREFIX = 'kshot-graph-';
let swept = false;

/** Removes, once per process, what a process that died while loading left behind. */
function sweep(): void {
  if (swept) return;
  swept = true;
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (pid > 0 && !isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
