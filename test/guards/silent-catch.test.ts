import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../harness/kshot.js';

/** An error that becomes a value, or nothing, without being looked at. */
const SILENT = /catch \{|\.catch\(\(\) => (undefined|''|\[\]|\(\{)/;
const SAID = /\/\/|\/\*\*|\*\//;

/** Lines that take no notice of an error and do not say why. */
const silent = (text: string): number[] => {
  const lines = text.split('\n');
  return lines.flatMap((line, i) => {
    const near = [lines[i - 1], line, lines[i + 1]].join('\n');
    const refuses = /^\s*throw /.test(lines[i + 1] ?? '');
    return SILENT.test(line) && !SAID.test(near) && !refuses ? [i + 1] : [];
  });
};

test('an error that is passed over without a word is found', () => {
  expect(silent('try {\n  a();\n} catch {\n  b();\n}')).toEqual([3]);
  expect(silent('await a().catch(() => undefined);')).toEqual([1]);
  expect(silent('try {\n  a();\n} catch {\n  // it was gone already\n}')).toEqual([]);
});

test('no error is passed over without a word why', () => {
  const folders = ['apps/api/src', 'apps/worker/src', 'libs/domain/src', 'libs/store/src'];
  const files = folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true }).map((file) =>
        path.join(folder, String(file)),
      ),
    )
    .filter((file) => /(?<!\.test)\.ts$/.test(file) && !file.includes('generated'));
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) =>
    silent(readFileSync(path.join(root, file), 'utf8')).map((line) => `${file}:${line}`),
  );
  expect(found).toEqual([]);
});
