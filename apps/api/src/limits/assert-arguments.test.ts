import { buildSchema, type GraphQLArgument } from 'graphql';
import { expect, test } from 'vitest';
import { assertArguments } from './assert-arguments.js';

const schema = buildSchema(`
  input Cell { value: String }
  type Query { ask(text: String, id: ID, cells: [Cell!], count: Int): Int }
`);
const declared = schema.getQueryType()!.getFields().ask!.args;
const refusal =
  (args: Record<string, unknown>, of: readonly GraphQLArgument[] = declared) =>
  () =>
    assertArguments(of, args);

test('ordinary texts, pairs of surrogates among them, are accepted', () => {
  expect(refusal({ text: 'Ünïcode 😀 \t\n', id: '7', cells: [{ value: null }, {}], count: 3 })).not.toThrow();
});

test.each([
  ['a NUL', { text: 'a\0b' }, '`text` contains a NUL character'],
  ['a NUL in an id', { id: '\0' }, '`id` contains a NUL character'],
  ['half of a pair', { text: '\ud800' }, '`text` is not valid Unicode'],
  ['a long text', { text: 'x'.repeat(65_537) }, '`text` has 65537 characters'],
  ['a NUL deep inside', { cells: [{}, { value: '\0' }] }, '`cells[1].value` contains a NUL character'],
  ['an endless list', { cells: Array(10_001).fill({}) }, '`cells` has 10001 items'],
])('%s is refused by name', (_, args, message) => {
  expect(refusal(args)).toThrow(message);
});

test('a name is refused with its own limit', () => {
  const names = declared.map((argument) => ({ ...argument, extensions: { characters: 255 } }));
  expect(refusal({ text: 'x'.repeat(70_000) }, names)).toThrow(
    '`text` has 70000 characters; at most 255 are accepted',
  );
});

test('an argument that takes bytes may be long', () => {
  const bytes = declared.map((argument) => ({ ...argument, extensions: { bytes: true } }));
  expect(refusal({ text: 'x'.repeat(1_000_000) }, bytes)).not.toThrow();
});
