import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { drawings, type ImportedVersion, imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { starter } from '../../harness/models/starters.js';
import { takeKshot } from '../../harness/systems/take.js';

type Episode = Awaited<ReturnType<typeof episode>>;

let kshot: Kshot;
let handwriting: ImportedVersion;
let metaModelId: string;
let support: Episode['support'];
let queries: Episode['queries'];
let built: Built['buildSubModel'];
beforeAll(async () => {
  kshot = await takeKshot();
  handwriting = await imported(kshot, 'handwriting.zip', drawings());
  metaModelId = await starter(kshot, 'characters');
  ({ support, queries } = await episode(['Greek/character01', 'Hebrew/character05', 'Latin/character10'], 5));
  built = await build({ support });
});
afterAll(() => kshot.stop());

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

type Built = { buildSubModel: { id: string; classes: string[]; parent: { id: string } } };
const build = async (input: object): Promise<Built['buildSubModel']> => {
  const { buildSubModel } = await kshot.ask<Built>(
    'mutation ($input: BuildSubModelInput!) { buildSubModel(input: $input) { id classes parent { id } } }',
    { input: { metaModelId, ...input } },
  );
  return buildSubModel;
};
const predict = (id: string, exampleId: string) =>
  kshot.ask<{ predict: { class: string }[] }>(
    `{ predict(modelId: "${id}", inputs: [{ exampleId: "${exampleId}" }]) { class } }`,
  );

test('a meta-model answers nothing by itself', async () => {
  expect((await refusal(predict(metaModelId, queries[0]!.exampleId))).message).toMatch(/meta-model/);
});

test('a sub-model has the classes of its support set, and its meta-model as its parent', () => {
  expect(built).toMatchObject({ classes: support.map(({ name }) => name), parent: { id: metaModelId } });
});

test('a sub-model tells characters apart by five examples of each', async () => {
  const answers = await Promise.all(queries.map(({ exampleId }) => predict(built.id, exampleId)));
  const right = answers.filter((answer, k) => answer.predict[0]?.class === queries[k]?.name);
  expect(right.length).toBeGreaterThanOrEqual(2);
});

test('what a sub-model rests on cannot be said once it is fitted further', async () => {
  const fitted = await build({ support, fit: { epochs: 3, regularizer: 'L2', lambda: 0.001 } });
  const untraced = refusal(
    kshot.ask(
      `{ predict(modelId: "${fitted.id}", inputs: [{ exampleId: "${queries[0]!.exampleId}" }]) { restsOn { share } } }`,
    ),
  );
  expect(await untraced).toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('fitted further'),
  });
});

test('a single class makes no sub-model', async () => {
  expect((await refusal(build({ support: support.slice(0, 1) }))).code).toBe('DATA_ONE_CLASS');
});

test('a class without examples is named', async () => {
  expect(await refusal(build({ support: [support[0], { name: 'empty', examples: [] }] }))).toMatchObject({
    code: 'DATA_EMPTY',
    message: expect.stringContaining('empty'),
  });
});

test('what a sub-model says of itself without its first example is what one says that was built without it', async () => {
  const [first, ...others] = support;
  const { id: left } = await build({
    support: [{ ...first, examples: first!.examples.slice(1) }, ...others],
  });
  const { exampleId } = queries[0]!;
  type Answer = {
    model: { classes: string[] };
    whole: { restsOn: { example: { index: number }; probabilitiesWithout: number[] }[] }[];
    left: { probabilities: { class: string; probability: number }[] }[];
  };
  const { model, ...answers } = await kshot.ask<Answer>(`{
    model(id: "${built.id}") { classes }
    whole: predict(modelId: "${built.id}", inputs: [{ exampleId: "${exampleId}" }]) { restsOn(first: 100) { example { index } probabilitiesWithout } }
    left: predict(modelId: "${left}", inputs: [{ exampleId: "${exampleId}" }]) { probabilities { class probability } }
  }`);
  const said = answers.whole[0]!.restsOn.find(({ example: { index } }) => index === 0)!.probabilitiesWithout;
  for (const { class: name, probability } of answers.left[0]!.probabilities)
    expect(said[model.classes.indexOf(name)]).toBeCloseTo(probability, 4); // networks answer in single precision
});

test('a sub-model says what it cannot rule out, how far that can be trusted, and whom it rests on', async () => {
  const n = support.length * support[0]!.examples.length;
  const { exampleId } = queries[0]!;
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
      model(id: "${built.id}") { calibration { source examples } provenanceProblem }
      predict(modelId: "${built.id}", inputs: [{ exampleId: "${exampleId}" }], coverage: ${coverage}) {
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
});
