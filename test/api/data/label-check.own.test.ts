import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal, until } from '../../harness/ask.js';
import { example, type ImportedVersion, imported } from '../../harness/data-sets.js';
import { type OwnKshot, startKshot, workerReplaced } from '../../harness/kshot.js';
import { heardUntil, subscribed } from '../../harness/subscribe.js';

let kshot: OwnKshot;
let irises: ImportedVersion;
/** The label of every tenth row of the irises is another one, and the last row repeats the first under another label. */
let planted: Map<number, string>;
beforeAll(async () => {
  kshot = await startKshot();
  const [head, ...lines] = example('iris.csv').toString().trim().split(/\r?\n/);
  const split = (line: string) => [
    line.slice(0, line.lastIndexOf(',')),
    line.slice(line.lastIndexOf(',') + 1),
  ];
  const names = [...new Set(lines.map((line) => split(line)[1] as string))];
  planted = new Map();
  const noisy = lines.map((line, i) => {
    const [cells, label] = split(line) as [string, string];
    if (i % 10 !== 5) return line;
    planted.set(i, label);
    return `${cells},${names[(names.indexOf(label) + 1) % names.length]}`;
  });
  const copy = `${split(lines[0]!)[0]},${names[1]}`;
  irises = await imported(kshot, 'noisy.csv', [head, ...noisy, copy].join('\n'));
});
afterAll(() => kshot.stop());

const START = 'mutation ($input: StartLabelCheckInput!) { startLabelCheck(input: $input) { id } }';
const start = async (input: Record<string, unknown>): Promise<string> =>
  (await kshot.ask<{ startLabelCheck: { id: string } }>(START, { input })).startLabelCheck.id;

interface Check {
  readonly status: string;
  readonly failure: { message: string } | null;
  readonly report: { summary: string; conflictingCopies: number; worth: { figure: { value: number } }[] };
  readonly findings: {
    totalCount: number;
    nodes: {
      kind: string;
      suggested: { name: string } | null;
      example: { id: string; index: number; class: { name: string } };
      copy: { index: number } | null;
    }[];
  };
}
async function done(id: string): Promise<Check> {
  const look = async () => {
    const { labelCheck } = await kshot.ask<{ labelCheck: Check }>(
      `{ labelCheck(id: "${id}") { status failure { message } report { summary conflictingCopies worth { figure { value } } }
        findings(first: 100) { totalCount nodes { kind suggested { name } example { id index class { name } } copy { index } } } } }`,
    );
    if (labelCheck.status === 'FAILED') throw new Error(labelCheck.failure?.message);
    return labelCheck;
  };
  return until(look, ({ status }) => status === 'DONE');
}

test('wrong labels and copies are found, survive a killed worker, come as CSV, and are mended in a new version', async () => {
  const id = await start({ versionId: irises.id });
  const status = async () =>
    (await kshot.ask<{ labelCheck: { status: string } }>(`{ labelCheck(id: "${id}") { status } }`)).labelCheck
      .status;
  while ((await status()) === 'QUEUED') await delay(20); // a worker has it
  await workerReplaced(kshot);
  const watching = subscribed<{ labelCheckChanged: { status: string } }>(
    kshot.api,
    'subscription ($id: ID!) { labelCheckChanged(id: $id) { status progress { phase done total } } }',
    { id },
  );
  await heardUntil(watching, ({ labelCheckChanged }) => labelCheckChanged.status === 'DONE');
  const { report, findings } = await done(id);
  const conflicts = findings.nodes.filter(({ kind }) => kind === 'CONFLICTING_COPY');
  expect(conflicts[0], 'copies with other labels come first').toBe(findings.nodes[0]);
  expect(conflicts.some(({ example: { index }, copy }) => index === 150 && copy?.index === 0)).toBe(true);
  expect(report.summary).toMatch(/probably wrong/);
  const wrong = findings.nodes.filter(({ kind }) => kind === 'WRONG_LABEL');
  const hits = wrong.slice(0, planted.size).filter(({ example: { index } }) => planted.has(index));
  expect(hits.length / planted.size).toBeGreaterThanOrEqual(0.8);
  expect(report.worth.length).toBeGreaterThanOrEqual(2);
  const csv = await (await fetch(`${kshot.api}/files/label-checks/${id}.csv`)).text();
  expect(csv.trim().split('\n')).toHaveLength(1 + findings.totalCount);

  const FIX = 'mutation ($input: EditVersionInput!) { editVersion(input: $input) { id } }';
  const relabel = hits.map(({ example: { id: exampleId, index } }) => ({
    exampleId,
    class: planted.get(index)!,
  }));
  const input = { versionId: irises.id, remove: [conflicts[0]!.example.id], relabel };
  const { editVersion } = await kshot.ask<{ editVersion: { id: string } }>(FIX, { input });
  type Version = { status: string; number: number; exampleCount: number; parent: { id: string } };
  let version: Version;
  do {
    await delay(50);
    const query = `{ v: dataSetVersion(id: "${editVersion.id}") { status number exampleCount parent { id } } }`;
    version = (await kshot.ask<{ v: Version }>(query)).v;
  } while (version.status === 'IMPORTING');
  expect(version).toEqual({
    status: 'READY',
    number: 2,
    exampleCount: irises.exampleCount - 1,
    parent: { id: irises.id },
  });
  const again = await done(await start({ versionId: editVersion.id }));
  const left = again.findings.nodes.filter(({ kind }) => kind === 'WRONG_LABEL').length;
  expect(left, 'a mended version has fewer wrong labels').toBeLessThan(wrong.length);

  const stray = refusal(
    kshot.ask(FIX, { input: { ...input, relabel: [{ ...relabel[0], class: 'no such' }] } }),
  );
  expect(await stray).toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('no such') });
  expect((await refusal(start({ versionId: irises.id, folds: 1 }))).code).toBe('BAD_INPUT');
});
