import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, imported } from '../../harness/data-sets.js';
import { evaluationEnded } from '../../harness/evaluations.js';
import type { Kshot } from '../../harness/kshot.js';
import { advice, askAdvice } from '../../harness/models/advice.js';
import { runEnded, startRun } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let versionId: string;
beforeAll(async () => {
  kshot = await takeKshot();
  versionId = (await imported(kshot, 'iris.csv', example('iris.csv'))).id;
});
afterAll(() => kshot.stop());

const asked = (budget?: Record<string, number>, of = versionId) => askAdvice(kshot, of, budget);
const answered = (id: string) => advice(kshot, id);
const advised = async (budget?: Record<string, number>) => answered(await asked(budget));

/** Percent right in the folds that a reason names, the larger counted twice. */
function foldsOf(why: string): number {
  const [half, most] = [...why.matchAll(/in ([\d.]+) %/g)].map(([, share]) => Number(share));
  return (half! + 2 * most!) / 3;
}

test('iris is advised on from its training part: ranked, with intervals, curve and reasons', async () => {
  const { examples, options } = await advised();
  expect(examples).toBe(120);
  const tried = options.filter(({ technique }) => technique === 'TRANSFER');
  expect(tried).toHaveLength(6);
  expect(options[0]?.accuracy.value).toBeGreaterThan(0.9);
  for (const { accuracy, gain, curve, seconds, why, leftOut } of options) {
    expect(accuracy.low).toBeLessThanOrEqual(accuracy.value);
    expect(accuracy.high).toBeGreaterThanOrEqual(accuracy.value);
    expect(gain.low).toBeLessThan(gain.high);
    expect(curve.map(({ shots }) => shots)).toContain(45);
    expect(seconds).toBeGreaterThan(0);
    expect(why).toHaveLength(2);
    expect(leftOut).toBeNull();
  }
  const folds = tried.map(({ why }) => foldsOf(why[0] as string));
  expect(Math.max(...folds) - folds[0]!).toBeLessThan(3); // other data sets may outvote so much, not more
});

test('what the budget leaves out says so and stands at the end with what it would have been', async () => {
  const { options } = await advised({ storedBytes: 200 });
  const out = options.filter(({ leftOut }) => leftOut !== null);
  expect(out.length).toBeGreaterThan(2);
  expect(options.slice(-out.length)).toEqual(out);
  for (const { storedBytes, leftOut } of out) {
    expect(storedBytes).toBeGreaterThan(200);
    expect(leftOut).toMatch(/the budget has 0\.000200 MB/);
  }
});

test('what it names is started, and its predictions are scored', async () => {
  const { id, options } = await advised();
  const start = (place: number) =>
    kshot.ask<{ startRecommended: { run: { id: string } } }>(
      'mutation ($id: ID!, $place: Int!) { startRecommended(id: $id, place: $place) { run { id } } }',
      { id, place },
    );
  const { startRecommended: first } = await start(0);
  expect((await runEnded(kshot, first.run.id)).models).toHaveLength(1);
  const trained = options.find(({ technique }) => technique === 'PRETRAIN')!;
  const { startRecommended: second } = await start(trained.place);
  await runEnded(kshot, second.run.id);
  const { advisorTrackRecord: record } = await kshot.ask<{
    advisorTrackRecord: {
      ended: number;
      held: number;
      forecasts: { accuracy: number; low: number; high: number; reached: number; tookSeconds: number }[];
    };
  }>(
    '{ advisorTrackRecord { ended held forecasts { accuracy low high reached tookSeconds runId evaluationId } } }',
  );
  expect(record.ended).toBe(2);
  expect(record.forecasts).toHaveLength(2);
  expect(record.held).toBe(
    record.forecasts.filter(({ low, high, reached }) => low <= reached && reached <= high).length,
  );
  expect(record.forecasts[1]?.accuracy).toBe(options[0]?.accuracy.value);
  for (const { reached, tookSeconds } of record.forecasts) {
    expect(reached).toBeGreaterThan(0.3);
    expect(tookSeconds).toBeGreaterThan(0);
  }
  const { startRecommendedStudy: study } = await kshot.ask<{
    startRecommendedStudy: { evaluations: { id: string }[] };
  }>('mutation ($id: ID!) { startRecommendedStudy(id: $id) { evaluations { id } } }', { id });
  expect(study.evaluations).toHaveLength(3);
  for (const evaluation of study.evaluations)
    expect((await evaluationEnded(kshot, evaluation.id)).status).toBe('DONE');
});

test('texts are advised on with the features of a model once it is served', async () => {
  const intents = (await imported(kshot, 'intents.csv', example('intents.csv'))).id;
  const other = (await imported(kshot, 'others.csv', example('intents.csv'))).id;
  const run = await runEnded(kshot, await startRun(kshot, other, { epochs: 5 }));
  expect(
    (await answered(await asked(undefined, intents))).options.some(({ modelId }) => modelId !== null),
  ).toBe(false);
  await kshot.ask('mutation ($input: SetAliasInput!) { setAlias(input: $input) { id } }', {
    input: { name: 'intents', modelId: run.models[0]?.id },
  });
  const { options } = await answered(await asked(undefined, intents));
  const transfer = options.filter(({ modelId }) => modelId !== null);
  expect(transfer.map(({ method }) => method).sort()).toEqual([
    'CENTROID',
    'KERNEL_RIDGE',
    'LOGISTIC',
    'RIDGE',
  ]);
  expect(new Set(transfer.map(({ modelId }) => modelId))).toEqual(new Set([run.models[0]?.id]));
});

test('bad questions are refused', async () => {
  const ask = (text: string) => refusal(kshot.ask(text));
  expect(
    (await ask(`mutation { recommend(versionId: "${versionId}", budget: { seconds: -1 }) { id } }`)).code,
  ).toBe('BAD_INPUT');
  expect((await ask(`mutation { startRecommended(id: "nothing") { run { id } } }`)).code).toBe('NOT_FOUND');
  const { id, options } = await advised();
  expect(
    (await ask(`mutation { startRecommended(id: "${id}", place: ${options.length}) { run { id } } }`)).code,
  ).toBe('BAD_INPUT');
});
