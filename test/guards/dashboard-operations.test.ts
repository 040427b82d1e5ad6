import { readFileSync } from 'node:fs';
import { buildSchema, Kind } from 'graphql';
import { expect, test } from 'vitest';
import { measureOperation } from '../../apps/api/src/limits/measure-operation.js';
import { requestLimits } from '../../apps/api/src/limits/request-limits.js';
import { fragments, operations } from '../../apps/dashboard/documents.mjs';
import { root } from '../harness/kshot.js';

const schema = buildSchema(readFileSync(`${root}schema.graphql`, 'utf8'));
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
