import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal, until } from '../../harness/ask.js';
import { example, imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { runEnded, startRun } from '../../harness/runs.js';
import { subscribed } from '../../harness/subscribe.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let versionId: string;
let irisId: string;
let modelId: string;
beforeAll(async () => {
  kshot = await takeKshot();
  const lines = example('digits8x8.csv').toString().trim().split('\n');
  versionId = (await imported(kshot, 'few.csv', lines.slice(0, 401).join('\n'))).id;
  irisId = (await imported(kshot, 'iris.csv', example('iris.csv'))).id;
  modelId = (await runEnded(kshot, await startRun(kshot, versionId, { epochs: 5 }))).models[0]!.id;
});
afterAll(() => kshot.stop());

interface Pair {
  a: string;
  b: string;
  holm: number;
  p: number;
  decided: boolean;
  moreToDecide: number | null;
  difference: { value: number; low: number; high: number };
}
interface StudyState {
  id: string;
  status: string;
  queryHash: string;
  warnings: string[];
  evaluations: {
    id: string;
    name: string;
    status: string;
    resultHash: string | null;
    version: { id: string };
  }[];
  comparison: {
    standings: { evaluationId: string; rank: number; tiedWithBest: boolean; figure: { value: number } }[];
    pairs: Pair[];
  } | null;
  criticalDifference: {
    versions: number;
    ranks: { name: string; rank: number }[];
    difference: number;
  } | null;
  rerun: { holds: boolean | null; verdict: string } | null;
}
const FIELDS = `id status queryHash warnings evaluations { id name status resultHash version { id } }
  comparison { standings { evaluationId rank tiedWithBest figure { value } } pairs { a b p holm decided moreToDecide difference { value low high } } }
  criticalDifference { versions difference ranks { name rank } } rerun { holds verdict }`;

const start = async (input: Record<string, unknown>): Promise<string> =>
  (
    await kshot.ask<{ startStudy: { id: string } }>(
      'mutation ($input: StartStudyInput!) { startStudy(input: $input) { id } }',
      { input },
    )
  ).startStudy.id;

async function finished(id: string): Promise<StudyState> {
  const look = async () => {
    const { study } = await kshot.ask<{ study: { status: string } }>(`{ study(id: "${id}") { status } }`);
    if (study.status === 'FAILED') throw new Error('The study failed.');
    return study;
  };
  await until(look, ({ status }) => status === 'DONE');
  return (await kshot.ask<{ study: StudyState }>(`{ study(id: "${id}") { ${FIELDS} } }`)).study;
}

const head = (method: string, model?: string) => ({
  head: { ...(model ? { modelId: model } : {}), options: { method } },
});

test('a study compares candidates on the same episodes, and run again gives the same bits', async () => {
  const input = {
    versionIds: [versionId],
    protocol: { episodes: { ways: 5, shots: 1, queries: 10, count: 120 } },
    candidates: [head('CENTROID', modelId), head('CENTROID'), head('RIDGE'), head('RIDGE')],
  };
  const id = await start(input);
  type Changed = { studyChanged: { status: string; evaluations: { progress: { units: number } }[] } };
  const query = `subscription ($id: ID!) { studyChanged(id: $id) { status evaluations { progress { units } } } }`;
  const units: number[] = [];
  for await (const { studyChanged } of subscribed<Changed>(kshot.api, query, { id })) {
    units.push(studyChanged.evaluations.reduce((sum, { progress }) => sum + progress.units, 0));
    if (studyChanged.status === 'DONE') break;
  }
  expect(units).toEqual([...units].sort((a, b) => a - b));
  expect(units.at(-1)).toBe(480);

  const study = await finished(id);
  const names = study.evaluations.map(({ name }) => name);
  expect(names[3]).toBe(`${names[2]} 2`); // candidates have names of their own
  const { standings, pairs } = study.comparison!;
  expect(standings.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
  expect(standings.map(({ figure }) => figure.value)).toEqual(
    standings.map(({ figure }) => figure.value).sort((a, b) => b - a),
  );
  const [, plain, ridge, twin] = study.evaluations.map((one) => one.id);
  expect(standings[0]?.tiedWithBest).toBe(true);
  expect(pairs).toHaveLength(6);
  const twins = pairs.find(({ a, b }) => [a, b].sort().join() === [ridge, twin].sort().join())!;
  expect(twins).toMatchObject({ p: 1, decided: false, difference: { value: 0 } });
  const first = standings[0]!.evaluationId;
  const behind = pairs.find(({ a, b }) => a === first && b === plain);
  if (behind)
    expect(standings.find(({ evaluationId }) => evaluationId === plain)?.tiedWithBest).toBe(!behind.decided);
  for (const { p, holm } of pairs) expect(holm).toBeGreaterThanOrEqual(p);
  expect(study.warnings).toEqual([
    expect.stringMatching(/was trained on examples that are scored here, of the others it was not/),
    expect.stringMatching(/learned from different data/),
  ]);

  const { rerunStudy } = await kshot.ask<{ rerunStudy: { id: string } }>(
    `mutation { rerunStudy(id: "${id}") { id } }`,
  );
  const again = await finished(rerunStudy.id);
  expect(again.queryHash).toBe(study.queryHash);
  expect(again.rerun).toEqual({ holds: true, verdict: 'All numbers are the same to the last bit.' });
  expect(again.evaluations.map(({ resultHash }) => resultHash)).toEqual(
    study.evaluations.map(({ resultHash }) => resultHash),
  );
});

test('over several data sets candidates have mean ranks and a critical difference', async () => {
  const id = await start({
    versionIds: [versionId, irisId],
    protocol: { crossValidation: { folds: 3 } },
    candidates: [head('CENTROID'), head('RIDGE'), head('BD_CSPN')],
  });
  const study = await finished(id);
  expect(study.evaluations).toHaveLength(6);
  const { versions, ranks, difference } = study.criticalDifference!;
  expect(versions).toBe(2);
  expect(ranks.reduce((sum, { rank }) => sum + rank, 0)).toBeCloseTo(6);
  // Demšar 2006: 2.343 sqrt(3 · 4 / (6 · 2)) with the studentised range's 5 % point over √2
  expect(difference).toBeCloseTo(2.343, 2);
  expect(study.warnings).toEqual([
    expect.stringMatching(/BD-CSPN.* looks at all queries together, the others do not/),
  ]);
  const second = await kshot.ask<{ study: StudyState }>(
    `{ study(id: "${id}") { comparison(versionId: "${irisId}", metric: LOG_LOSS) { standings { figure { value } } } } }`,
  );
  const losses = second.study.comparison!.standings.map(({ figure }) => figure.value);
  expect(losses).toEqual([...losses].sort((a, b) => a - b)); // less is better
});

test('a study that cannot be is refused before anything is written', async () => {
  const protocol = { crossValidation: { folds: 3 } };
  const two = [head('CENTROID'), head('RIDGE')];
  const refused = (input: Record<string, unknown>) =>
    refusal(start({ versionIds: [irisId], protocol, candidates: two, ...input }));
  expect((await refused({ candidates: two.slice(1) })).message).toMatch(
    /compares 2 to 20 candidates; here are 1/,
  );
  expect((await refused({ versionIds: [] })).message).toMatch(/1 to 20 versions/);
  expect((await refused({ versionIds: [versionId], candidates: [...two, { modelId }] })).message).toMatch(
    /trained already/,
  );
  const words = await imported(kshot, 'intents.csv', example('intents.csv'));
  expect((await refused({ versionIds: [irisId, words.id] })).message).toMatch(/one kind of examples/);
  const { rows } = await kshot.pool.query('select count(*)::int as n from study');
  expect(rows[0].n).toBe(3);
});

test.each(['comparison', 'decision'])(
  'the %s on a version that a study does not have is refused',
  async (field) => {
    const sub = field === 'comparison' ? '{ pairs { a } }' : '{ text }';
    const { id } = (
      await kshot.ask<{ studies: { nodes: { id: string }[] } }>('{ studies(first: 1) { nodes { id } } }')
    ).studies.nodes[0]!;
    const answer = await refusal(kshot.ask(`{ study(id: "${id}") { ${field}(versionId: "") ${sub} } }`));
    expect(answer.code).toBe('NOT_FOUND');
  },
);
