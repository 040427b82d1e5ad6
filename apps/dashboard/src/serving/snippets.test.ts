import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { snippets } from './snippets';

const url = "http://127.0.0.1:1/v1/models/it's:predict";
const input = { row: { "it's": 1.5, 'say "x"\\n': null } };
const textOf = (key: string): string =>
  snippets.find((snippet) => snippet.key === key)!.text({ url, input, needsToken: true });

test('curl gets its arguments whole through a shell', () => {
  const printed = textOf('curl').replace(/^curl/, "printf '%s\\n'");
  const lines = execFileSync('sh', ['-c', printed], { env: { ...process.env, KSHOT_TOKEN: 't' } })
    .toString()
    .trim()
    .split('\n');
  expect(lines[0]).toBe(url);
  expect(JSON.parse(lines.at(-1)!)).toEqual({ inputs: [input] });
});

test('JavaScript holds the input as it is', () => {
  const [, body = ''] = /JSON\.stringify\(([\s\S]*?)\);\nconst/.exec(textOf('javascript')) ?? [];
  expect(JSON.parse(body)).toEqual({ inputs: [input] });
});

test('Python reads the input as it is', () => {
  const [, value = ''] = /json=\{"inputs": \[(.*)\]\},/.exec(textOf('python')) ?? [];
  const read = execFileSync('python3', ['-c', `import json; print(json.dumps(${value}))`]).toString();
  expect(JSON.parse(read)).toEqual(input);
});
