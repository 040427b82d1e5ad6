import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { asCurl, asGraphQL } from './as-text';

const document = 'query Runs($search: String) {\n  runs(filter: {search: $search}) {\n    totalCount\n  }\n}';

test('a document without variables is copied as it is', () => {
  expect(asGraphQL('{ server { version } }\n', {})).toBe('{ server { version } }\n');
});

test('variables follow as comments, so that the paste stays valid GraphQL', () => {
  expect(asGraphQL('{ a }', { x: 1 })).toBe('{ a }\n\n# Variables\n# {\n#   "x": 1\n# }\n');
});

test('a shell hands curl exactly the JSON that was meant, quotes and all', () => {
  const variables = { search: `it's "5 > 4"; $(rm) \`x\` \\` };
  const command = asCurl('http://127.0.0.1:4400', document, variables, false);
  const printed = execFileSync('sh', ['-c', command.replace(/^curl/, 'printf "%s\\n"')], {
    encoding: 'utf8',
  });
  const [origin, flag, header, dash, body] = printed.trimEnd().split('\n');
  expect([origin, flag, header, dash]).toEqual([
    'http://127.0.0.1:4400/graphql',
    '-H',
    'content-type: application/json',
    '-d',
  ]);
  expect(JSON.parse(body ?? '')).toEqual({
    query: 'query Runs($search: String) { runs(filter: {search: $search}) { totalCount } }',
    variables,
  });
});

test('a server with an access token gets it from the environment, never in the text', () => {
  expect(asCurl('http://h', '{ a }', {}, true)).toContain('Bearer $KSHOT_TOKEN');
});
