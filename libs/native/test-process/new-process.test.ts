import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inNewProcess } from './in-new-process.js';
import { dieWhileLoading, steps } from './steps.js';

it('a snapshot goes on in a new process with the same bits as never stopping', async () => {
  const whole = await steps({ from: 0, to: 20 });
  const half = await steps({ from: 0, to: 8 });
  const { result, end, said } = await inNewProcess(steps, {
    from: 8,
    to: 20,
    snapshot: half.snapshot,
  });
  expect([end, said]).toEqual([0, '']);
  expect(result!.snapshot).toEqual(whole.snapshot);
  expect(result!.loss).toEqual(whole.loss.slice(8));
  expect(whole.snapshot.arrays.head).not.toEqual(half.snapshot.arrays.head);
});

it('a process that died while loading leaves a folder, which the next one removes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  const env = { ...process.env, TMPDIR: folder };
  const graphs = () => readdirSync(folder).filter((name) => name.startsWith('kshot-graph-'));
  expect((await inNewProcess(dieWhileLoading, undefined, env)).end).toBe('SIGKILL');
  expect(graphs()).toEqual([expect.stringMatching(/^kshot-graph-\d+-/)]);
  const living = `kshot-graph-${process.pid}-00`;
  mkdirSync(join(folder, living));
  expect((await inNewProcess(steps, { from: 0, to: 1 }, env)).end).toBe(0);
  expect(graphs()).toEqual([living]);
});
