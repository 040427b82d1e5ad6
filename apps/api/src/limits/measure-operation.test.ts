import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { expect, test } from 'vitest';
import { type Measure, measureOperation } from './measure-operation.js';

const schema = buildSchema(`
  type Query { books(first: Int = 20, after: String): BookConnection! shelves: [Shelf!]! judge(titles: [String!]!): [Shelf!]! }
  type BookConnection { nodes: [Book!]! totalCount: Int! }
  type Book { title: String! sequel: Book authors(first: Int!): [Author!]! }
  type Author { name: String! }
  type Shelf { name: String! }
`);

function measured(query: string, variables: Record<string, unknown> = {}): Measure {
  const document = parse(query);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return measureOperation(schema, document, operation as OperationDefinitionNode, variables);
}

test('a page costs its length times what is asked of each item', () => {
  // books + nodes, then 3 times (authors + 5 names)
  expect(measured('{ books(first: 3) { nodes { authors(first: 5) { name } } } }').cost).toBe(
    1 + 3 * (1 + (1 + 5)),
  );
});

test('a list without `first` counts as ten items', () => {
  expect(measured('{ shelves { name } }').cost).toBe(11);
});

test('a list that answers a list is as long', () => {
  expect(measured('{ judge(titles: ["a", "b"]) { name } }').cost).toBe(3);
  expect(measured('query ($t: [String!]!) { judge(titles: $t) { name } }', { t: ['a', 'b', 'c'] }).cost).toBe(
    4,
  );
});

test('`first` may come from a variable, its default or the default of the argument', () => {
  const query = (first: string) => `query ($n: Int${first}) { books(first: $n) { totalCount } }`;
  expect(measured(query(''), { n: 7 }).cost).toBe(8);
  expect(measured(query(' = 4')).cost).toBe(5);
  expect(measured('{ books { totalCount } }').cost).toBe(21);
});

test('the longest page is known, at any depth; lists that do not go on have none', () => {
  const query = (first: string) => `{ books(first: ${first}) { nodes { authors(first: 7) { name } } } }`;
  expect([measured(query('5')).page, measured(query('1000000')).page]).toEqual([5, 1_000_000]);
});

test('type names, which clients add everywhere, are free', () => {
  expect(measured('{ __typename shelves { __typename name } }').cost).toBe(11);
});

test('depth, fields and aliases count through fragments, at each place where a fragment is used', () => {
  const { depth, fields, aliases } = measured(`
    { a: books { nodes { ...B } } b: books { nodes { ...B } } }
    fragment B on Book { t: title sequel { title } }
  `);
  expect({ depth, fields, aliases }).toEqual({ depth: 4, fields: 10, aliases: 4 });
});

test('fragments that double 60 times are measured without being unfolded', () => {
  const doubling = Array.from(
    { length: 60 },
    (_, i) => `fragment f${i} on Book { ...f${i + 1} ...f${i + 1} }`,
  );
  const { fields } = measured(
    `{ books { nodes { ...f0 } } } ${doubling.join(' ')} fragment f60 on Book { title }`,
  );
  expect(fields).toBe(2 + 2 ** 60);
});

test('a fragment that contains itself is endless', () => {
  const query = '{ books { nodes { ...A } } } fragment A on Book { sequel { ...A } }';
  expect(measured(query).depth).toBe(Number.POSITIVE_INFINITY);
});
