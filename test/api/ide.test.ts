import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../harness/kshot.js';
import { takeKshot } from '../harness/systems/take.js';

test('a browser gets the IDE, with all that its page asks for', async () => {
  const kshot = await takeKshot();
  onTestFinished(() => kshot.stop());
  const page = await fetch(`${kshot.api}/graphql`, { headers: { accept: 'text/html' } });
  const scripts = [...(await page.text()).matchAll(/<script[^>]* src="([^"]+)"/g)].map(
    ([, src]) => src ?? '',
  );
  expect(page.status).toBe(200);
  expect(scripts.length).toBeGreaterThan(0);
  const answers = await Promise.all(scripts.map((src) => fetch(new URL(src, page.url))));
  expect(answers.map(({ status }) => status)).toEqual(scripts.map(() => 200));
});

test('what is served, whose classes were bundled, has the schema that is checked in', async () => {
  const kshot = await takeKshot();
  onTestFinished(() => kshot.stop());
  const served = buildClientSchema(await kshot.ask<IntrospectionQuery>(getIntrospectionQuery()));
  const checkedIn = buildSchema(readFileSync(path.join(root, 'schema.graphql'), 'utf8'));
  const text = (schema: typeof served) => printSchema(lexicographicSortSchema(schema));
  expect(text(served)).toBe(text(checkedIn));
});
