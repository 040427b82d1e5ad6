import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { processGroup } from './processes.mjs';

/** A group whose parts all end at once, and what it says. */
function dyingGroup(needed: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kshot-parts-'));
  const script = path.join(folder, 'ends.mjs');
  writeFileSync(script, 'process.exit(3)');
  const said: string[] = [];
  const spy = vi.spyOn(console, 'error').mockImplementation((line) => void said.push(String(line)));
  const givenUp = vi.fn();
  const group = processGroup(path.join(folder, 'processes.json'), needed, givenUp, [0, 1]);
  onTestFinished(async () => {
    await group.stop();
    spy.mockRestore();
    rmSync(folder, { recursive: true });
  });
  group.start('dashboard', script, [], {});
  return { said, givenUp };
}

test('the part that the others need is given up when it keeps dying', async () => {
  const { said, givenUp } = dyingGroup('dashboard');
  await vi.waitFor(() => expect(givenUp).toHaveBeenCalledOnce(), 10_000);
  expect(said[0]).toBe('The dashboard has ended unexpectedly (exit code 3).');
});

test('another part is tried again later, and ends nothing else', async () => {
  const { said, givenUp } = dyingGroup('API');
  await vi.waitFor(() => expect(said.at(-1)).toBe('Starting the dashboard again in 60 s.'), 10_000);
  expect(givenUp).not.toHaveBeenCalled();
});
