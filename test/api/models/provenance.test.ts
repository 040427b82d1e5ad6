import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { endedTransfer, runEnded, startRun } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let versionId: string;
let parentId: string;
let exampleId: string;
beforeAll(async () => {
  kshot = await takeKshot();
  const [head, ...rows] = example('digits8x8.csv').toString().trim().split('\n');
  const large = await imported(kshot, 'large.csv', [head, ...rows.slice(0, 900)].join('\n'));
  versionId = (await imported(kshot, 'small.csv', [head, ...rows.slice(900, 1020)].join('\n'))).id;
  parentId = (await runEnded(kshot, await startRun(kshot, large.id, { epochs: 5 }))).models[0]!.id;
  const { dataSetVersion } = await kshot.ask<{ dataSetVersion: { examples: { nodes: { id: string }[] } } }>(
    `{ dataSetVersion(id: "${large.id}") { examples(first: 1) { nodes { id } } } }`,
  );
  exampleId = dataSetVersion.examples.nodes[0]!.id;
});
afterAll(() => kshot.stop());

async function transferred(options: Record<string, unknown>): Promise<string> {
  return (await endedTransfer(kshot, { versionId, modelId: parentId, options })).models[0]!.id;
}

interface Answer {
  class: string;
  probabilities: { class: string; probability: number }[];
  restsOn: {
    share: number;
    difference: number;
    without: string;
    probabilitiesWithout: number[];
    example: { index: number; class: string; text: null; row: { column: string; value: string }[] };
  }[];
}
const ask = async (modelId: string) =>
  kshot.ask<{ model: { provenanceProblem: string | null }; predict: Answer[] }>(
    `{ model(id: "${modelId}") { provenanceProblem }
      predict(modelId: "${modelId}", inputs: [{ exampleId: "${exampleId}" }]) { class probabilities { class probability }
        restsOn(first: 100) { share difference without probabilitiesWithout example { index class text row { column value } } } } }`,
  );

test.each([
  { method: 'CENTROID', metric: 'EUCLID' },
  { method: 'CENTROID', metric: 'COSINE' },
  { method: 'NEAREST_NEIGHBOURS' },
  { method: 'RIDGE' },
])('a transferred model names the training examples that its answer rests on: $method', async (options) => {
  const { model, predict } = await ask(await transferred(options));
  expect(model.provenanceProblem).toBeNull();
  const { class: answer, probabilities, restsOn } = predict[0]!;
  const own = probabilities.find((one) => one.class === answer)!.probability;
  const shares = restsOn.map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  for (const {
    difference,
    probabilitiesWithout,
    example: { row },
  } of restsOn) {
    // What the model says is what is left without it, and what it adds.
    expect(probabilitiesWithout.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6);
    expect(Math.min(...probabilitiesWithout.map((p) => Math.abs(p + difference - own)))).toBeLessThan(1e-4);
    expect(row).toHaveLength(64);
  }
});

test('a head that is fitted by steps says why it cannot', async () => {
  const modelId = await transferred({ method: 'LOGISTIC' });
  const { model } = await kshot.ask<{ model: { provenanceProblem: string } }>(
    `{ model(id: "${modelId}") { provenanceProblem } }`,
  );
  expect(model.provenanceProblem).toMatch(/^Only nearest centroid, nearest neighbours and ridge/);
  expect(await refusal(ask(modelId))).toMatchObject({ code: 'CONFLICT' });
});
