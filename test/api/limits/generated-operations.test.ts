import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { example, imported } from '../../harness/data-sets.js';
import { generatedOperation, randomFrom } from '../../harness/generated-operation.js';
import { type Kshot, root } from '../../harness/kshot.js';
import { runEnded, startRun } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

const ROUNDS = 12;
const schema = buildSchema(readFileSync(`${root}schema.graphql`, 'utf8'));
let kshot: Kshot;
let ids: string[];
beforeAll(async () => {
  kshot = await takeKshot();
  const version = await imported(kshot, 'iris.csv', example('iris.csv'));
  const runId = await startRun(kshot, version.id, { epochs: 1 });
  const { models } = await runEnded(kshot, runId);
  ids = [version.id, runId, models[0]!.id];
});
afterAll(() => kshot.stop());

const fields = [
  ...Object.values(schema.getQueryType()!.getFields()).map((field) => ['query', field] as const),
  ...Object.values(schema.getMutationType()!.getFields()).map((field) => ['mutation', field] as const),
];

test.each(fields.map(([kind, field]) => ({ kind, field, name: field.name })))(
  '$kind $name answers whatever fits its types, or says what is wrong',
  async ({ kind, field }) => {
    const random = randomFrom(1 + fields.findIndex(([, one]) => one === field));
    for (let round = 0; round < ROUNDS; round++) {
      const operation = generatedOperation(kind, field, ids, random);
      const response = await fetch(`${kshot.api}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(operation),
      });
      const { errors = [] } = (await response.json()) as {
        errors?: { message: string; extensions: { code: string } }[];
      };
      const ours = errors.filter(
        ({ message, extensions }) => extensions.code === 'INTERNAL' || message.includes(kshot.home),
      );
      expect(ours, JSON.stringify(operation)).toEqual([]);
      expect(response.status).toBeLessThan(500);
    }
  },
);
