import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, imported, upload } from '../../harness/data-sets.js';
import { inspectedBy } from '../../harness/inspected.js';
import type { Kshot } from '../../harness/kshot.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
beforeAll(async () => {
  kshot = await takeKshot();
});
afterAll(() => kshot.stop());

const inspected = (...given: [fileName: string, content: Buffer | string, plan?: object, addTo?: object]) =>
  inspectedBy(kshot, ...given);

const LABEL = (column: string) => ({ column, role: 'LABEL' });
const PART = (column: string) => ({ column, role: 'PART' });
const petTexts = (labels: string[], count: number) =>
  `text,label\n${labels.flatMap((label) => Array.from({ length: count }, (_, i) => `a ${label} in sentence ${i},${label}`)).join('\n')}\n`;

const titanic = `PassengerId,Survived,Name,Sex,Age\n${Array.from({ length: 40 }, (_, i) => `${i + 1},${i % 2},"Name${i}, Mr. Owen",${i % 3 ? 'male' : 'female'},${20 + i}`).join('\n')}\n`;

test('the delimiter and the order of dates are shown, and chosen in the plan', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => `${1 + (i % 9)}/5/2024;${i % 3},5;${i % 2 ? 'x' : 'y'}`);
  const table = `day;size;label\n${rows.join('\n')}\n`;
  const { plan } = await inspected('days.csv', table);
  expect(plan).toMatchObject({ delimiter: 'SEMICOLON', dateOrder: 'DAY_FIRST', sheets: [], sheet: null });
  expect(plan!.findings.join(' ')).toContain('They could also be month, day, year: choose the other order');
  const other = await inspected('days.csv', table, { dateOrder: 'MONTH_FIRST' });
  expect(other.plan).toMatchObject({ dateOrder: 'MONTH_FIRST' });
  const commas = await inspected('days.csv', table, { delimiter: 'COMMA' });
  expect(commas.plan?.columns.map(({ name }) => name)).not.toContain('size');
  expect(await imported(kshot, 'days.csv', table, { plan: { dateOrder: 'MONTH_FIRST' } })).toMatchObject({
    status: 'READY',
  });
});

test('a table is understood column by column, and the import follows the plan with its changes', async () => {
  const { status, plan } = await inspected('titanic.csv', titanic);
  expect(status).toBe('DONE');
  expect(plan).toMatchObject({ modality: 'TABLE', exampleCount: 40, problem: null });
  expect(plan!.columns.map(({ name, role }) => `${name} ${role}`)).toEqual([
    'PassengerId ID',
    'Survived LABEL',
    'Name TEXT',
    'Sex CATEGORY',
    'Age NUMBER',
  ]);
  const changed = { columns: [{ column: 'Sex', role: 'LABEL' }] };
  expect((await inspected('titanic.csv', titanic, changed)).plan!.classes).toEqual([
    { name: 'female', count: 14 },
    { name: 'male', count: 26 },
  ]);
  expect(await imported(kshot, 'titanic.csv', titanic, { plan: changed })).toMatchObject({
    status: 'READY',
    classCount: 2,
    exampleCount: 40,
  });
});

test('a table without a class still shows its columns to choose from', async () => {
  const { plan } = await inspected('numbers.csv', 'a,b\n1.5,2.5\n2.5,3.5\n');
  expect(plan).toMatchObject({ problem: { code: 'DATA_COLUMN' }, columns: [{ name: 'a' }, { name: 'b' }] });
});

test('pictures are shown in small', async () => {
  const { plan } = await inspected('shapes.zip', example('handwriting.zip'));
  expect(plan).toMatchObject({ modality: 'IMAGE', problem: null });
  expect(plan!.examples[0]!.image).toMatch(/^data:image\/png;base64,/);
});

test('a file of no kind that is read is named', async () => {
  const { status, failure } = await inspected(
    'x.rar',
    Buffer.from('Rar!\x1a\x07\x00'.padEnd(80, 'x'), 'latin1'),
  );
  expect(status).toBe('FAILED');
  expect(failure).toMatchObject({ code: 'DATA_FORMAT', message: expect.stringMatching(/RAR archive/) });
});

test('a failed import frees the name and is in no list', async () => {
  const name = 'taken twice';
  expect(await imported(kshot, 'one.csv', 'a,label\n1,x\n2,x\n', { name })).toMatchObject({
    status: 'FAILED',
  });
  const { dataSets } = await kshot.ask<{ dataSets: { totalCount: number } }>(
    '{ dataSets(filter: { search: "taken twice" }) { totalCount } }',
  );
  expect(dataSets.totalCount).toBe(0);
  expect(await imported(kshot, 'two.csv', 'a,label\n1,x\n2,y\n3,x\n4,y\n', { name })).toMatchObject({
    status: 'READY',
  });
});

test('a column without a name is refused by the name of its field; an inspection is found as a node', async () => {
  const uploadId = await upload(kshot, 'iris.csv', example('iris.csv'));
  const inspect = (plan?: object) =>
    kshot.ask<{ inspectUpload: { id: string } }>(
      'mutation ($input: InspectUploadInput!) { inspectUpload(input: $input) { id } }',
      { input: { uploadId, plan } },
    );
  const { message } = await refusal(inspect({ columns: [{ column: '', role: 'TEXT' }] }));
  expect(message).toMatch(/^plan\.columns\.0\.column/);
  const { id } = (await inspect()).inspectUpload;
  expect(await kshot.ask(`{ node(id: "${id}") { __typename id } }`)).toEqual({
    node: { __typename: 'Inspection', id },
  });
});

test('a plan that names unknown columns is refused', async () => {
  const content = `a,b,label\n${Array.from({ length: 12 }, (_, i) => `${i},${i % 3},${i % 2 ? 'x' : 'y'}`).join('\n')}\n`;
  const plan = (columns: { column: string; role: string }[]) => ({ plan: { columns } });
  const unknown = await imported(
    kshot,
    'a.csv',
    content,
    plan([
      { column: 'bed', role: 'NUMBER' },
      { column: 'sofa', role: 'IGNORED' },
    ]),
  );
  expect(unknown.failure).toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringContaining('"bed", "sofa"'),
  });
});

test.each([
  ['two classes', { plan: { columns: [LABEL('a'), LABEL('b')] } }, '"a" and "b" are both LABEL'],
  ['a class beside another', { labelColumn: 'label', plan: { columns: [LABEL('a')] } }, 'are both LABEL'],
  ['two parts', { plan: { columns: [PART('a'), PART('b')] } }, 'Only one column can be the part.'],
])('a plan with %s is refused', async (_, input, message) => {
  const refused = await refusal(imported(kshot, 'a.csv', 'a,b,label\n1,2,x\n', input));
  expect(refused).toEqual({ code: 'BAD_INPUT', message: expect.stringContaining(message) });
});

test('a file to add is understood by what it adds to each class', async () => {
  const { id } = await imported(kshot, 'pets.csv', petTexts(['cat', 'dog'], 6));
  const { plan } = await inspected('more.csv', petTexts(['cat', 'fish'], 4), undefined, { versionId: id });
  expect(plan).toMatchObject({
    modality: 'TEXT',
    exampleCount: 8,
    classes: [
      { name: 'cat', count: 4 },
      { name: 'fish', count: 4 },
    ],
    problem: null,
  });
  expect(plan!.examples[0]).toMatchObject({ className: 'cat', text: 'a cat in sentence 0' });
  expect(plan!.findings.join(' ')).toContain('1 class is new: fish');
});

test('a file of another kind cannot be added, and says why', async () => {
  const { id } = await imported(kshot, 'pets.csv', petTexts(['cat', 'dog'], 6));
  const { status, failure } = await inspected('p.png', example('handwriting.zip'), undefined, {
    versionId: id,
  });
  expect({ status, failure }).toEqual({
    status: 'FAILED',
    failure: { code: 'DATA_FORMAT', message: expect.stringContaining('texts') },
  });
});

test('a plan names copies, near copies and conflicting ones before anything is imported', async () => {
  const lines = [
    'good day,hello',
    'good day,hello',
    'Good day!,bye',
    'see you,bye',
    'so long,bye',
    'hi there,hello',
  ];
  const { plan } = await inspected('greetings.csv', `text,label\n${lines.join('\n')}\n`);
  const found = plan!.findings.join(' ');
  expect(found).toContain('1 example is an exact copy');
  expect(found).toContain('1 example is nearly the same as others');
});
