import { expect, test } from 'vitest';
import { tarOfFiles } from './tar-of-files';

const blocks = async (path: string, content: string) => {
  const archive = tarOfFiles('pets', [{ path, file: new File([content], 'x') }]);
  return { name: archive.name, bytes: Buffer.from(await archive.arrayBuffer()) };
};

test('a file is a header with its size and a sum, then its bytes in blocks of 512', async () => {
  const { name, bytes } = await blocks('cat/1.txt', 'meow');
  expect(name).toBe('pets.tar');
  expect(bytes.length).toBe(512 + 512 + 1024);
  expect(bytes.toString('latin1', 0, 9)).toBe('cat/1.txt');
  expect(Number.parseInt(bytes.toString('latin1', 124, 135), 8)).toBe(4);
  const sum = bytes.subarray(0, 512).reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0);
  expect(Number.parseInt(bytes.toString('latin1', 148, 154), 8)).toBe(sum);
  expect(bytes.toString('latin1', 512, 516)).toBe('meow');
});

test('a path of more than 100 bytes stands in a block of its own', async () => {
  const path = `${'deep/'.repeat(30)}猫.txt`;
  const { bytes } = await blocks(path, 'x');
  expect(bytes.toString('latin1', 156, 157)).toBe('L');
  expect(bytes.toString('utf8', 512, 512 + Buffer.byteLength(path))).toBe(path);
});
