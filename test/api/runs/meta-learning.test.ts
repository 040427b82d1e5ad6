import { afterAll, beforeAll, expect, test } from 'vitest';
import { example, imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { mapOf, startFewShot } from '../../harness/models/few-shot.js';
import { runEnded } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let id: string;
beforeAll(async () => {
  kshot = await takeKshot();
  const { id: versionId } = await imported(kshot, 'handwriting.zip', example('handwriting.zip'));
  const options = {
    filters: [16, 16, 16, 16],
    ways: 10,
    shots: 1,
    queries: 5,
    epochs: 4,
    stepsPerEpoch: 60,
    testEpisodes: 100,
    validationEpisodes: 50,
  };
  ({ id } = await runEnded(kshot, await startFewShot(kshot, 'startMetaLearning', { versionId, options })));
});
afterAll(() => kshot.stop());

test('a meta-model learns to tell characters that it never saw', async () => {
  type Answer = {
    run: {
      episodeReport: { accuracy: number; accuracyLow: number; ways: number; episodes: number; hash: string };
    };
  };
  const report = `{ run(id: "${id}") { episodeReport { accuracy accuracyLow ways episodes hash } } }`;
  const { episodeReport } = (await kshot.ask<Answer>(report)).run;
  expect(episodeReport).toMatchObject({
    ways: 10,
    episodes: 100,
    hash: expect.stringMatching(/^[0-9a-f]+$/),
  });
  expect(episodeReport.accuracyLow).toBeGreaterThan(0.3); // chance is 0.1
});

test('its accuracy on validation episodes is recorded with an interval', async () => {
  const { run } = await kshot.ask<{ run: { metricNames: string[] } }>(`{ run(id: "${id}") { metricNames } }`);
  expect(run.metricNames).toEqual(
    expect.arrayContaining(['loss', 'validationAccuracy', 'validationAccuracyLow', 'validationAccuracyHigh']),
  );
});

test('its map shows the first test episode, most queries answered rightly', async () => {
  const { explained, points } = await mapOf(kshot, id);
  const support = points.filter(({ role }) => role === 'SUPPORT');
  const queries = points.filter(({ role }) => role === 'QUERY');
  expect(new Set(support.map(({ example }) => example.class.name)).size).toBe(10);
  expect(support.every(({ predicted }) => predicted === null)).toBe(true);
  expect(support.length + queries.length).toBe(points.length);
  const right = queries.filter(({ example, predicted }) => predicted?.name === example.class.name);
  expect(right.length / queries.length).toBeGreaterThan(0.3);
  expect(explained[0]).toBeGreaterThanOrEqual(explained[1] as number);
  // Coordinates along principal components sum to nothing.
  for (const axis of ['x', 'y'] as const)
    expect(Math.abs(points.reduce((sum, point) => sum + point[axis], 0))).toBeLessThan(0.01);
  expect((await fetch(kshot.api + points[0]!.example.imageUrl)).status).toBe(200);
});
