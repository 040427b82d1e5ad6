import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../harness/kshot.js';

/** What Next does not complete by the base path: requests, forms, scripts, pictures, plain links and whole navigations. */
const IN_PAGES =
  /\bfetch\(\s*[`'"]\/|\b(?:action|src)=\{?[`'"]\/|<a\b[^>]*\bhref=\{?[`'"]\/|location\.(?:assign|replace)\(\s*[`'"]\/|\burl: [`'"]\//;
/** An address of the API, as a value. */
const OF_API = /(?<!address\()`\/(?:files|uploads|v1|shared)\/[^`]*\$\{/;

const lines = (text: string, wrong: RegExp): number[] =>
  text.split('\n').flatMap((line, i) => (wrong.test(line) ? [i + 1] : []));

const found = (folder: string, wrong: RegExp): string[] =>
  readdirSync(path.join(root, folder), { recursive: true })
    .map((file) => path.join(folder, String(file)))
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.includes('generated'))
    .flatMap((file) =>
      lines(readFileSync(path.join(root, file), 'utf8'), wrong).map((at) => `${file}:${at}`),
    );

test.each([
  [IN_PAGES, "await fetch('/ticket')", 'await fetch(address(`/ticket`))'],
  [IN_PAGES, '<form action="/session">', "<form action={address('/session')}>"],
  [IN_PAGES, '<a href="/files/a.csv">', '<Link href="/runs">'],
  [OF_API, `\`/files/models/\${id}.zip\``, `address(\`/files/models/\${id}.zip\`)`],
])('%s finds an address without the base path', (wrong, without, complete) => {
  expect([lines(without, wrong), lines(complete, wrong)]).toEqual([[1], []]);
});

test.each([
  ['apps/dashboard/src', IN_PAGES],
  ['apps/dashboard/src', OF_API],
  ['apps/api/src', OF_API],
])('%s completes its addresses by the base path', (folder, wrong) => {
  expect(found(folder, wrong)).toEqual([]);
});
