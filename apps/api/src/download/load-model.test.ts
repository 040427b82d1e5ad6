import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeArrays, encodeArrays, quantised } from '@kshot/domain';
import { expect, onTestFinished, test } from 'vitest';

const assets = fileURLToPath(new URL('../../assets', import.meta.url));
const PRINT = `import json, load_model
manifest, arrays = load_model.load('model.safetensors')
print(json.dumps([manifest, {name: [list(values), shape] for name, (values, shape) in arrays.items()}]))`;

test('the script in Python reads floats and 8-bit integers as they are used here', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kshot-load-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const kernel = { shape: [2, 3, 2], values: Float32Array.from([1, -2, 3, 4, 5, 6, 7, -8, 9, 10, 11, 12]) };
  const file = Buffer.concat([
    ...encodeArrays({
      metadata: { manifest: '{"classes":["a","b"]}' },
      arrays: {
        ...quantised('dense/kernel', kernel, 1),
        'dense/bias': { shape: [2], values: Float32Array.from([0.5, -0.25]) },
      },
    }),
  ]);
  writeFileSync(path.join(folder, 'model.safetensors'), file);
  const printed = execFileSync('python3', ['-c', PRINT], {
    cwd: folder,
    env: { ...process.env, PYTHONPATH: assets, PYTHONDONTWRITEBYTECODE: '1' },
    encoding: 'utf8',
  });
  const [manifest, arrays] = JSON.parse(printed);
  expect(manifest).toEqual({ classes: ['a', 'b'] });
  const expected = Object.entries(decodeArrays(file).arrays).map(([name, { values, shape }]) => [
    name,
    [[...values], shape],
  ]);
  expect(arrays).toEqual(Object.fromEntries(expected));
});
