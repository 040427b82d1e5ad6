import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { peakMemory } from './peak-memory.js';

test('memory that was given back still counts', () => {
  const before = peakMemory();
  let block: Buffer | null = Buffer.alloc(300 * 1024 ** 2, 1);
  const held = block.length;
  block = null;
  expect(peakMemory() - before).toBeGreaterThan(0.5 * held);
});

test.runIf(process.platform === 'linux')('memory of the process that started this one does not count', () => {
  const block = Buffer.alloc(600 * 1024 ** 2, 1);
  const module = JSON.stringify(new URL('./peak-memory.ts', import.meta.url).href);
  const { stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '-e', `import(${module}).then(({ peakMemory }) => console.log(peakMemory()))`],
    { encoding: 'utf8' },
  );
  expect(Number(stdout)).toBeGreaterThan(0);
  expect(Number(stdout)).toBeLessThan(block.length);
});
