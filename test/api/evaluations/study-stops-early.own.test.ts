import { setTimeout as delay } from 'node:timers/promises';
import { studyDecision } from '@kshot/fewshot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal, until } from '../../harness/ask.js';
import { example, imported } from '../../harness/data-sets.js';
import { startEvaluation } from '../../harness/evaluations.js';
import { ended, type OwnKshot, startKshot, workerReplaced } from '../../harness/kshot.js';

let kshot: OwnKshot;
let versionId: string;
beforeAll(async () => {
  kshot = await startKshot();
  versionId = (await imported(kshot, 'digits8x8.csv', example('digits8x8.csv'))).id;
});
afterAll(() => kshot.stop());

interface Decision {
  after: number;
  of: number;
  decided: boolean;
  leader: string;
  behind: string[];
  within: string[];
  open: string[];
  text: string;
}
interface StudyState {
  id: string;
  status: string;
  queryHash: string;
  protocolText: string;
  evaluations: {
    id: string;
    name: string;
    status: string;
    resultHash: string | null;
    countedUnits: number | null;
    progress: { units: number; of: number };
    report: { units: number; accuracy: { method: string }; logLoss: { method: string } } | null;
  }[];
  decision: Decision | null;
  comparison: {
    values: number;
    standings: { evaluationId: string; figure: { method: string } }[];
    pairs: { by: string; alwaysValid: { p: number } | null; difference: { method: string } }[];
  } | null;
  rerun: { verdict: string } | null;
}
const FIELDS = `id status queryHash protocolText decision { after of decided leader behind within open text } rerun { verdict }
  evaluations { id name status resultHash countedUnits progress { units of } report { units accuracy { method } logLoss { method } } }
  comparison { values standings { evaluationId figure { method } } pairs { by alwaysValid { p } difference { method } } }`;

const study = async (id: string): Promise<StudyState> =>
  (await kshot.ask<{ study: StudyState }>(`{ study(id: "${id}") { ${FIELDS} } }`)).study;

const head = (method: string, transform = 'NONE') => ({ head: { options: { method, transform } } });
const start = async (candidates: object[], episodes: object): Promise<string> => {
  const protocol = { episodes: { ways: 5, shots: 1, queries: 5, ...episodes } };
  const { startStudy } = await kshot.ask<{ startStudy: { id: string } }>(
    'mutation ($input: StartStudyInput!) { startStudy(input: $input) { id } }',
    { input: { versionIds: [versionId], protocol, candidates } },
  );
  return startStudy.id;
};

async function done(id: string): Promise<StudyState> {
  return until(
    () => study(id),
    ({ status }) => !['QUEUED', 'RUNNING'].includes(status),
  );
}

/** Accuracies of all that was scored, by candidate. */
async function scores(id: string): Promise<{ name: string; values: number[] }[]> {
  const { rows } = await kshot.pool.query<{ name: string; values: number[] }>(
    `select e.name, array(select unnest(scores) from evaluation_shard where evaluation_id = e.id order by index) as values
     from evaluation e where study_id = $1 order by e.id`,
    [id],
  );
  return rows;
}

const candidates = ['CL2N', 'L2N', 'STANDARDISED'].map((transform) => head('CENTROID', transform));

test('a study stops at the episode where the best is known, whoever scores what, and however often it is run', async () => {
  const rule = { errorRate: 0.05, margin: 0.03 };
  const whole = await done(await start(candidates, { count: 2000 }));
  const found = studyDecision(await scores(whole.id), rule);
  expect(found.decided).toBe(true);

  const first = kshot.worker;
  await kshot.startWorker(); // two of them
  const early = await done(await start(candidates, { count: 2000, stopEarly: rule }));
  expect(early.protocolText).toMatch(/^up to 2000 episodes/);
  const nameOf = (id: string) => early.evaluations.find((one) => one.id === id)!.name;
  const decision = early.decision!;
  expect({
    ...decision,
    behind: decision.behind.map(nameOf),
    within: decision.within.map(nameOf),
  }).toMatchObject({
    after: found.after,
    of: 2000,
    decided: true,
    behind: found.behind,
    within: found.within,
    open: [],
  });
  expect(nameOf(decision.leader)).toBe(found.leader);
  expect(decision.text).toMatch(new RegExp(`^Stopped after ${found.after} of 2,000 episodes: `));
  for (const { countedUnits, progress, report } of early.evaluations) {
    expect([countedUnits, progress.units, progress.of, report?.units]).toEqual([
      found.after,
      found.after,
      2000,
      found.after,
    ]);
    expect([report?.accuracy.method, report?.logLoss.method]).toEqual(['ALWAYS_VALID', 'ALWAYS_VALID']);
  }
  const { values, standings, pairs } = early.comparison!;
  expect(values).toBe(found.after);
  expect(standings.map(({ figure }) => figure.method)).toEqual(new Array(3).fill('ALWAYS_VALID'));
  for (const { by, alwaysValid, difference } of pairs)
    expect([by, alwaysValid === null, difference.method]).toEqual(['ALWAYS_VALID', false, 'ALWAYS_VALID']);
  const { rows } = await kshot.pool.query(
    `select coalesce(sum(array_length(scores, 1)), 0)::int as scored from evaluation_shard join evaluation e on e.id = evaluation_id
     where study_id = $1`,
    [early.id],
  );
  expect(rows[0].scored, 'it is not scored to the end').toBeLessThan(6000);

  await ended(first, 'SIGKILL'); // and one again
  const { rerunStudy } = await kshot.ask<{ rerunStudy: { id: string } }>(
    `mutation { rerunStudy(id: "${early.id}") { id } }`,
  );
  const again = await done(rerunStudy.id);
  expect(again.queryHash).toBe(early.queryHash);
  expect(again.queryHash).not.toBe(whole.queryHash);
  expect(again.rerun?.verdict).toBe('All numbers are the same to the last bit.');
  expect(again.decision?.after).toBe(found.after);
});

test('a worker that is killed while it scores changes nothing of where a study stops', async () => {
  const stopEarly = { errorRate: 0.05, margin: 0 };
  const twins = [head('BD_CSPN'), head('BD_CSPN'), head('CENTROID')];
  const id = await start(twins, { count: 120, stopEarly });
  for (let state = await study(id); state.evaluations[2]!.progress.units < 1; ) {
    await delay(30);
    state = await study(id);
  }
  await workerReplaced(kshot);
  const state = await done(id);
  const [one, other] = state.evaluations;
  expect(one!.resultHash).toBe(other!.resultHash);
  const whole = studyDecision(await scores(id), stopEarly);
  expect(whole).toMatchObject({ after: 120, decided: false });
  const nameOf = (wanted: string) => state.evaluations.find((each) => each.id === wanted)!.name;
  const { after, decided, behind, open, text } = state.decision!;
  expect({ after, decided, behind: behind.map(nameOf), open: open.map(nameOf) }).toEqual({
    after: 120,
    decided: false,
    behind: whole.behind,
    open: whole.open,
  });
  expect(text).toMatch(/^All 120 episodes were scored: .* still open: /);
});

test('a candidate that is cancelled has no say, and is scored on what counts when it is retried', async () => {
  const id = await start(candidates, { count: 100, stopEarly: { errorRate: 0.05, margin: 0.03 } });
  const [, , third] = (await study(id)).evaluations;
  await kshot.ask(`mutation { cancelEvaluation(id: "${third!.id}") { id } }`);
  const state = await done(id);
  expect(state.status).toBe('CANCELLED');
  expect(state.evaluations.map(({ status }) => status)).toEqual(['DONE', 'DONE', 'CANCELLED']);
  const { after } = state.decision!;
  await kshot.ask(`mutation { retryEvaluation(id: "${third!.id}") { id } }`);
  const whole = await done(id);
  expect(whole.status).toBe('DONE');
  expect(whole.evaluations.map(({ report }) => report?.units)).toEqual([after, after, after]);
  expect(whole.comparison?.standings).toHaveLength(3);
});

test('what cannot stop early is refused', async () => {
  const episodes = { count: 100, stopEarly: { errorRate: 0 } };
  expect((await refusal(start(candidates, episodes))).message).toMatch(/^protocol.stopEarly.errorRate: /);
  const alone = startEvaluation(kshot, versionId, { episodes: { count: 100, stopEarly: {} } }, head('RIDGE'));
  expect((await refusal(alone)).message).toMatch(/One candidate alone cannot be decided early/);
});
