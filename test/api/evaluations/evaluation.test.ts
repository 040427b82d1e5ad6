import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, type ImportedVersion, imported } from '../../harness/data-sets.js';
import { type EvaluationState, evaluationEnded, startEvaluation } from '../../harness/evaluations.js';
import type { Kshot } from '../../harness/kshot.js';
import { runEnded, startRun } from '../../harness/runs.js';
import { subscribed } from '../../harness/subscribe.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let digits: ImportedVersion;
let modelId: string;
beforeAll(async () => {
  kshot = await takeKshot();
  digits = await imported(kshot, 'digits8x8.csv', example('digits8x8.csv'));
  modelId = (await runEnded(kshot, await startRun(kshot, digits.id, { epochs: 5 }))).models[0]!.id;
});
afterAll(() => kshot.stop());

const evaluate = async (protocol: object, candidate: object): Promise<EvaluationState> =>
  evaluationEnded(kshot, await startEvaluation(kshot, digits.id, { ...protocol }, { ...candidate }));
const refused = (protocol: object, candidate: object) =>
  refusal(startEvaluation(kshot, digits.id, { ...protocol }, { ...candidate }));

test('a trained model scored on its test part gives what its run reported', async () => {
  const { report, warnings } = await evaluate({ split: { part: 'TEST' } }, { modelId });
  const { model } = await kshot.ask<{ model: { report: { accuracy: number; exampleCount: number } } }>(
    `{ model(id: "${modelId}") { report { accuracy exampleCount } } }`,
  );
  expect(report?.accuracy.value).toBeCloseTo(model.report.accuracy, 6);
  expect(report).toMatchObject({ units: 1, scored: model.report.exampleCount });
  expect(report?.accuracy).toMatchObject({ of: 'EXAMPLES', method: 'WILSON' });
  expect(warnings).toEqual([]);
});

test('heads are scored over folds and episodes with intervals of these, and a model that saw the examples is named', async () => {
  const folds = await evaluate({ crossValidation: { folds: 4 } }, { head: { options: { method: 'RIDGE' } } });
  expect(folds.report).toMatchObject({
    units: 4,
    scored: 1797,
    accuracy: { of: 'FOLDS', method: 'NADEAU_BENGIO' },
  });
  expect(folds.report?.accuracy.value).toBeGreaterThan(0.85);
  const lda = await evaluate({ crossValidation: { folds: 4 } }, { head: { options: { method: 'LDA' } } });
  expect(lda.report?.accuracy.value).toBeGreaterThan(0.9);
  const episodes = { episodes: { ways: 5, shots: 5, count: 200 } };
  const head = { head: { modelId, options: { method: 'CENTROID', transform: 'CL2N' } } };
  const scored = await evaluate(episodes, head);
  expect(scored.report).toMatchObject({
    units: 200,
    scored: 200 * 75,
    accuracy: { of: 'EPISODES', method: 'STUDENT' },
  });
  const { value, low, high } = scored.report!.accuracy;
  expect(low).toBeLessThan(value);
  expect(value).toBeLessThan(high);
  expect(scored.warnings).toEqual([expect.stringMatching(/was trained on examples of this data set/)]);
  const again = await evaluate(episodes, head);
  expect(again.resultHash, 'the same query gives the same bits').toBe(scored.resultHash);
});

test('a shot curve rises, and its table, cells and costs can be looked at', async () => {
  const { id } = await evaluate(
    { shotCurve: { shots: [1, 5, 20], draws: 3 } },
    { head: { modelId, options: { method: 'CENTROID' } } },
  );
  type Answer = {
    evaluation: {
      costs: Record<string, number>;
      report: {
        curve: { shots: number; draws: number; accuracy: { value: number } }[];
        classes: { class: string; examples: number; recall: { value: number } }[];
        reliability: { count: number }[];
        scored: number;
        confusion: {
          truth: string;
          predicted: string;
          count: number;
          examples: { id: string; class: { name: string } }[];
        }[];
      };
    };
  };
  const { evaluation } = await kshot.ask<Answer>(`{ evaluation(id: "${id}") {
    costs { trainSeconds predictMilliseconds peakMemoryBytes storedBytes optionsByHand }
    report { scored curve { shots draws accuracy { value } } classes { class examples recall { value } } reliability { count }
      confusion(mistakesOnly: true, first: 3) { truth predicted count examples(first: 2) { id class { name } } } }
  } }`);
  const { curve, classes, reliability, confusion, scored } = evaluation.report;
  expect(curve.map(({ shots, draws }) => [shots, draws])).toEqual([
    [1, 3],
    [5, 3],
    [20, 3],
  ]);
  expect(curve[2]!.accuracy.value).toBeGreaterThan(curve[0]!.accuracy.value);
  expect(classes).toHaveLength(10);
  expect(reliability.reduce((sum, { count }) => sum + count, 0)).toBe(scored);
  for (const { truth, examples } of confusion)
    for (const one of examples) expect(one.class.name, 'examples behind a cell are of its class').toBe(truth);
  for (const cost of ['predictMilliseconds', 'peakMemoryBytes', 'storedBytes'])
    expect(evaluation.costs[cost], cost).toBeGreaterThan(0);
});

test('a head that looks at all queries together is warned of where it gets few to look at', async () => {
  const head = { head: { options: { method: 'PT_MAP' } } };
  const episodes = (queries: number) => ({ episodes: { ways: 3, shots: 1, queries, count: 3 } });
  const together = expect.stringMatching(/^It looks at all queries together/);
  expect((await evaluate(episodes(1), head)).warnings).toEqual([
    together,
    expect.stringMatching(/^With one query a class .* Ask for at least 5 queries a class/),
  ]);
  expect((await evaluate(episodes(5), head)).warnings).toEqual([together]);
  const iris = await imported(kshot, 'iris.csv', example('iris.csv'));
  const alone = await evaluationEnded(
    kshot,
    await startEvaluation(kshot, iris.id, { leaveOneOut: {} }, head),
  );
  expect(alone.report?.accuracy.value, 'chance, of three classes').toBeCloseTo(1 / 3, 6);
  expect(alone.warnings[1]).toMatch(/asked about alone.* only guess/);
});

test('networks are trained anew in each fold, from nothing and from a model', async () => {
  const lines = example('digits8x8.csv').toString().trim().split('\n');
  const few = await imported(kshot, 'few.csv', lines.slice(0, 161).join('\n'));
  const scored = async (candidate: object) =>
    evaluationEnded(
      kshot,
      await startEvaluation(kshot, few.id, { crossValidation: { folds: 2 } }, { ...candidate }),
    );
  const nothing = await scored({ pretrain: { options: { epochs: 15, widths: [32] } } });
  const tuned = await scored({ fineTune: { modelId, options: { epochs: 3 } } });
  expect(nothing.report).toMatchObject({ units: 2, scored: 160 });
  expect(nothing.report?.accuracy.value).toBeGreaterThan(0.5);
  expect(tuned.report?.accuracy.value).toBeGreaterThan(nothing.report!.accuracy.value - 0.05);
});

test('a subscriber sees units come and the report at the end', async () => {
  const protocol = { crossValidation: { folds: 20, part: 'test' } };
  const id = await startEvaluation(kshot, digits.id, protocol, {
    head: { modelId, options: { method: 'LOGISTIC' } },
  });
  type Changed = { evaluationChanged: EvaluationState };
  const query = `subscription ($id: ID!) { evaluationChanged(id: $id) { id status progress { units of accuracy { value } } report { units } } }`;
  const seen: EvaluationState[] = [];
  for await (const { evaluationChanged } of subscribed<Changed>(kshot.api, query, { id })) {
    seen.push(evaluationChanged);
    if (evaluationChanged.status === 'DONE') break;
  }
  const units = seen.map(({ progress }) => progress.units);
  expect(units).toEqual([...units].sort((a, b) => a - b));
  expect(units.filter((n) => n > 0 && n < 20).length).toBeGreaterThan(0);
  expect(seen.at(-1)).toMatchObject({ status: 'DONE', report: { units: seen.at(-1)!.progress.of } });
});

test('what cannot be scored is refused with what is wrong', async () => {
  const head = { head: { modelId } };
  const cases: [object, object, string, RegExp][] = [
    [{ episodes: { ways: 11, shots: 1 } }, head, 'BAD_INPUT', /11 ways need 11 classes/],
    [{ episodes: { ways: 5, shots: 170, queries: 15 } }, head, 'BAD_INPUT', /Class \S+ .*has 17\d examples/],
    [{ shotCurve: { shots: [300], draws: 2 } }, head, 'BAD_INPUT', /Class \S+ has \d+ examples/],
    [{ crossValidation: {} }, { modelId }, 'BAD_INPUT', /trained already/],
    [{ crossValidation: { folds: 1 } }, head, 'BAD_INPUT', /folds/],
    [{ split: { part: 'VALIDATION' } }, head, 'BAD_INPUT', /validation part/],
    [{}, head, 'BAD_INPUT', /exactly one of split/],
    [{ crossValidation: {} }, {}, 'BAD_INPUT', /exactly one of modelId/],
    [
      { crossValidation: { grouping: { column: 'writer' } } },
      head,
      'BAD_INPUT',
      /no column of categories "writer"/,
    ],
    [{ crossValidation: {} }, { head: { modelId: digits.id } }, 'NOT_FOUND', /no model/],
  ];
  for (const [protocol, candidate, code, message] of cases) {
    const said = await refused(protocol, candidate);
    expect(said, JSON.stringify([protocol, candidate])).toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  }
});
