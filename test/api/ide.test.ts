import { expect, onTestFinished, test } from 'vitest';
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
