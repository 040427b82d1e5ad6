import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  type DefinitionNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { expect, test } from 'vitest';
import { measureOperation } from '../../apps/api/src/limits/measure-operation.js';
import { requestLimits } from '../../apps/api/src/limits/request-limits.js';
import { root } from '../harness/kshot.js';

const source = `${root}apps/dashboard/src`;
const schema = buildSchema(readFileSync(`${root}schema.graphql`, 'utf8'));
const definitions: DefinitionNode[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.operations.ts'))
  .flatMap((name) => [...readFileSync(`${source}/${name}`, 'utf8').matchAll(/\/\* GraphQL \*\/ `([^`]*)`/g)])
  .flatMap(([, text]) => parse(text as string).definitions);
const operations = definitions.filter(
  (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
);
const fragments = definitions.filter(
  (one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION,
);

/** Every length that a page asks for is about this. */
const LENGTH = 30;

test.each(operations.map((operation) => ({ operation, name: operation.name?.value })))(
  'the API answers the operation $name of the dashboard',
  ({ operation }) => {
    const variables = Object.fromEntries(
      (operation.variableDefinitions ?? []).map(({ variable }) => [variable.name.value, LENGTH]),
    );
    const document = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] } as const;
    const { cost, depth, fields, aliases } = measureOperation(schema, document, operation, variables);
    expect(cost).toBeLessThanOrEqual(requestLimits.cost);
    expect(depth).toBeLessThanOrEqual(requestLimits.depth);
    expect(fields).toBeLessThanOrEqual(requestLimits.fields);
    expect(aliases).toBeLessThanOrEqual(requestLimits.aliases);
  },
);

test('the operations of the dashboard were found', () => {
  expect(operations.length).toBeGreaterThan(50);
});
