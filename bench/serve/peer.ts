import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../tools/free-port.mjs';
import { hasLibrary } from '../frame/peer-libraries.js';
import { python } from '../frame/processes.js';

/** Another server with the same model. */
export interface Peer {
  /** The class that it gives a row. */
  ask(row: Record<string, number>): Promise<string>;
  stop(): void;
}

const script = fileURLToPath(new URL('peer.py', import.meta.url));
const WAIT = 30_000; // milliseconds

/** The ONNX file of a table model behind FastAPI; null where Python lacks the libraries, which is said. */
export async function startPeer(onnx: Uint8Array): Promise<Peer | null> {
  if (!hasLibrary('fastapi') || !hasLibrary('onnxruntime')) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'peer-'));
  const file = path.join(folder, 'model.onnx');
  writeFileSync(file, onnx);
  const port = await freePort();
  const server = spawn(python, [script, file, String(port)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const stop = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  const end = Date.now() + WAIT;
  while (!(await fetch(`${address}/docs`).catch(() => null))) {
    if (server.exitCode !== null || Date.now() > end) {
      stop();
      throw new Error('The peer does not answer.');
    }
    await delay(100);
  }
  return {
    async ask(row) {
      const response = await fetch(`${address}/predict`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(row),
      });
      if (!response.ok) throw new Error(`The peer answers ${response.status}: ${await response.text()}`);
      return ((await response.json()) as { class: string }).class;
    },
    stop,
  };
}
