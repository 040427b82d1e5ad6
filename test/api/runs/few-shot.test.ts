import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, type ImportedVersion, imported } from '../../harness/data-sets.js';
import { type Kshot, startKshot } from '../../harness/kshot.js';
import { runEnded, startRun } from '../../harness/runs.js';

let kshot: Kshot;
let handwriting: ImportedVersion;
beforeAll(async () => {
  kshot = await startKshot();
  handwriting = await imported(kshot, 'handwriting.zip', example('handwriting.zip'));
});
afterAll(() => kshot.stop());

const start = async (
  mutation: 'startTransfer' | 'startMetaLearning',
  input: Record<string, unknown>,
): Promise<string> => {
  const type = mutation === 'startTransfer' ? 'StartTransferInput' : 'StartMetaLearningInput';
  const answer = await kshot.ask<Record<string, { id: string }>>(
    `mutation ($input: ${type}!) { run: ${mutation}(input: $input) { id } }`,
    { input },
  );
  return answer.run!.id;
};

/** The first examples of some classes, as a support set, and the next one of each as a query. */
async function episode(classes: string[], shots: number) {
  const query = `query ($id: ID!) { dataSetVersion(id: $id) { classes(first: 100) { nodes { name examples(first: ${shots + 1}) { id } } } } }`;
  type Answer = { dataSetVersion: { classes: { nodes: { name: string; examples: { id: string }[] }[] } } };
  const { dataSetVersion } = await kshot.ask<Answer>(query, { id: handwriting.id });
  const chosen = dataSetVersion.classes.nodes.filter(({ name }) => classes.includes(name));
  return {
    support: chosen.map(({ name, examples }) => ({
      name,
      examples: examples.slice(0, shots).map(({ id }) => ({ exampleId: id })),
    })),
    queries: chosen.map(({ name, examples }) => ({ name, exampleId: examples[shots]!.id })),
  };
}

test('a meta-model learns to tell characters that it never saw, and builds a sub-model of new ones', async () => {
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
  const run = await runEnded(kshot, await start('startMetaLearning', { versionId: handwriting.id, options }));
  type Answer = {
    run: {
      episodeReport: { accuracy: number; accuracyLow: number; ways: number; episodes: number; hash: string };
      metricNames: string[];
    };
  };
  const report = `{ run(id: "${run.id}") { episodeReport { accuracy accuracyLow ways episodes hash } metricNames } }`;
  const { episodeReport, metricNames } = (await kshot.ask<Answer>(report)).run;
  expect(episodeReport).toMatchObject({
    ways: 10,
    episodes: 100,
    hash: expect.stringMatching(/^[0-9a-f]+$/),
  });
  expect(episodeReport.accuracyLow).toBeGreaterThan(0.3); // chance is 0.1
  expect(metricNames).toEqual(
    expect.arrayContaining(['loss', 'validationAccuracy', 'validationAccuracyLow', 'validationAccuracyHigh']),
  );

  await episodeShown(run.id);

  const metaModelId = run.models[0]!.id;
  const predict = (id: string, exampleId: string) =>
    kshot.ask<{ predict: { class: string }[] }>(
      `{ predict(modelId: "${id}", inputs: [{ exampleId: "${exampleId}" }]) { class } }`,
    );
  const { support, queries } = await episode(
    ['Greek/character01', 'Hebrew/character05', 'Latin/character10'],
    5,
  );
  expect((await refusal(predict(metaModelId, queries[0]!.exampleId))).message).toMatch(/meta-model/);
  type Built = { buildSubModel: { id: string; classes: string[]; parent: { id: string } } };
  const build =
    'mutation ($input: BuildSubModelInput!) { buildSubModel(input: $input) { id classes parent { id } } }';
  const { buildSubModel } = await kshot.ask<Built>(build, { input: { metaModelId, support } });
  expect(buildSubModel).toMatchObject({
    classes: support.map(({ name }) => name),
    parent: { id: metaModelId },
  });
  const answers = await Promise.all(queries.map(({ exampleId }) => predict(buildSubModel.id, exampleId)));
  expect(
    answers.filter((answer, k) => answer.predict[0]?.class === queries[k]?.name).length,
  ).toBeGreaterThanOrEqual(2);
  await trusted(buildSubModel.id, queries[0]!.exampleId, support[0]!.examples.length * support.length);
  const [first, ...others] = support;
  const fewer = [{ ...first, examples: first!.examples.slice(1) }, ...others];
  const left = await kshot.ask<Built>(build, { input: { metaModelId, support: fewer } });
  await sameAsWithout(buildSubModel.id, left.buildSubModel.id, queries[0]!.exampleId);
  const fitted = await kshot.ask<Built>(build, {
    input: { metaModelId, support, fit: { epochs: 3, regularizer: 'L2', lambda: 0.001 } },
  });
  expect(fitted.buildSubModel.id).not.toBe(buildSubModel.id);
  const untraced = refusal(
    kshot.ask(
      `{ predict(modelId: "${fitted.buildSubModel.id}", inputs: [{ exampleId: "${queries[0]!.exampleId}" }]) { restsOn { share } } }`,
    ),
  );
  expect(await untraced).toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('fitted further'),
  });

  const alone = await refusal(kshot.ask(build, { input: { metaModelId, support: support.slice(0, 1) } }));
  expect(alone.code).toBe('DATA_ONE_CLASS');
  const none = await refusal(
    kshot.ask(build, { input: { metaModelId, support: [support[0], { name: 'empty', examples: [] }] } }),
  );
  expect(none).toMatchObject({ code: 'DATA_EMPTY', message: expect.stringContaining('empty') });
});

type Map = {
  explained: number[];
  points: {
    role: string;
    x: number;
    y: number;
    example: { imageUrl: string; class: { name: string } };
    predicted: { name: string } | null;
  }[];
};
const mapOf = async (id: string): Promise<Map> => {
  const fields = 'explained points { role x y example { imageUrl class { name } } predicted { name } }';
  return (await kshot.ask<{ run: { featureMap: Map } }>(`{ run(id: "${id}") { featureMap { ${fields} } } }`))
    .run.featureMap;
};

/** The first test episode of a 10-way 1-shot run, most of its queries answered rightly. */
async function episodeShown(id: string): Promise<void> {
  const { explained, points } = await mapOf(id);
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
}

/** What a sub-model says of itself without its first example is what a sub-model says that was built without it. */
async function sameAsWithout(whole: string, left: string, exampleId: string): Promise<void> {
  type Answer = {
    model: { classes: string[] };
    whole: { restsOn: { example: { index: number }; probabilitiesWithout: number[] }[] }[];
    left: { probabilities: { class: string; probability: number }[] }[];
  };
  const { model, ...answers } = await kshot.ask<Answer>(`{
    model(id: "${whole}") { classes }
    whole: predict(modelId: "${whole}", inputs: [{ exampleId: "${exampleId}" }]) { restsOn(first: 100) { example { index } probabilitiesWithout } }
    left: predict(modelId: "${left}", inputs: [{ exampleId: "${exampleId}" }]) { probabilities { class probability } }
  }`);
  const said = answers.whole[0]!.restsOn.find(({ example: { index } }) => index === 0)!.probabilitiesWithout;
  for (const { class: name, probability } of answers.left[0]!.probabilities)
    expect(said[model.classes.indexOf(name)]).toBeCloseTo(probability, 4); // networks answer in single precision
}

/** A sub-model says what it cannot rule out, how far that can be trusted, and whom it rests on. */
async function trusted(modelId: string, exampleId: string, n: number): Promise<void> {
  type Trust = {
    model: { calibration: { source: string; examples: number }; provenanceProblem: null };
    predict: {
      class: string;
      probabilities: { class: string; probability: number }[];
      set: { classes: string[]; promised: number; noneOfThese: boolean; sentence: string };
      restsOn: {
        share: number;
        difference: number;
        probabilitiesWithout: number[];
        example: { index: number; imageUrl: string };
      }[];
    }[];
  };
  const ask = (coverage: number) =>
    kshot.ask<Trust>(`{
      model(id: "${modelId}") { calibration { source examples } provenanceProblem }
      predict(modelId: "${modelId}", inputs: [{ exampleId: "${exampleId}" }], coverage: ${coverage}) {
        class probabilities { class probability } set { classes promised noneOfThese sentence }
        restsOn(first: 100) { share difference probabilitiesWithout example { index imageUrl } }
      }
    }`);
  const { model, predict } = await ask(0.8);
  expect(model).toEqual({ calibration: { source: 'LEAVE_ONE_OUT', examples: n }, provenanceProblem: null });
  const { set, restsOn, probabilities } = predict[0]!;
  expect(set.promised).toBeCloseTo(Math.ceil((n + 1) * 0.8) / (n + 1), 9);
  expect(set.noneOfThese).toBe(set.classes.length === 0);
  expect((await ask(0.99)).predict[0]!.set, 'too few examples to rule anything out').toMatchObject({
    classes: probabilities.map((one) => one.class),
    promised: 1,
  });
  expect(restsOn).toHaveLength(n);
  expect(restsOn.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
  for (const { probabilitiesWithout } of restsOn)
    expect(probabilitiesWithout.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6);
  const picture = await fetch(kshot.api + restsOn[0]!.example.imageUrl);
  expect(picture.headers.get('content-type')).toBe('image/png');
}

test('a pretrained model is brought to a small set by a head, and by fine-tuning', async () => {
  const digits = await imported(kshot, 'digits8x8.csv', example('digits8x8.csv'));
  const lines = example('digits8x8.csv').toString().trim().split('\n');
  const few = [lines[0], ...lines.slice(1, 201)].join('\n');
  const small = await imported(kshot, 'few.csv', few, { testShare: 0.5 });
  const pretrained = await runEnded(kshot, await startRun(kshot, digits.id, { epochs: 5 }));
  const modelId = pretrained.models[0]!.id;
  for (const method of ['CENTROID', 'NEAREST_NEIGHBOURS', 'CACHE', 'RIDGE', 'FINE_TUNE']) {
    const run = await runEnded(
      kshot,
      await start('startTransfer', {
        versionId: small.id,
        modelId,
        options: { method, epochs: 5, batchSize: 16 },
      }),
    );
    expect(run.report?.accuracy, method).toBeGreaterThan(0.85);
    expect(run.models).toHaveLength(1);
    const { points } = await mapOf(run.id);
    const right = points.filter(({ example, predicted }) => predicted?.name === example.class.name);
    // All 100 test examples are shown, so that the map is right as often as the report says.
    expect(right.length / points.length, method).toBeCloseTo(run.report!.accuracy, 9);
    const file = await fetch(`${kshot.api}/files/models/${run.models[0]!.id}/saved-model.zip`);
    expect(file.status, method).toBe(200);
    const keeps = method === 'NEAREST_NEIGHBOURS' || method === 'CACHE';
    expect(run.models[0]!.downloadUrl === null, 'stock TensorFlow.js has no such layers').toBe(keeps);
    if (keeps) expect((await fetch(`${kshot.api}/files/models/${run.models[0]!.id}.zip`)).status).toBe(400);
  }
  const pieces = readdirSync(path.join(kshot.home, 'blobs', 'features'));
  expect(pieces, 'the features of one version by one backbone are computed once').toHaveLength(1);
  const wrong = refusal(start('startTransfer', { versionId: handwriting.id, modelId }));
  expect((await wrong).message).toMatch(/takes table examples, this data set has image ones/);
});
