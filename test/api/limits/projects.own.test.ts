import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson, firstAccount, newKey, signedIn, statusFor } from '../../harness/accounts.js';
import { type Ask, asker, refusal } from '../../harness/ask.js';
import { ended, type OwnKshot, startKshot } from '../../harness/kshot.js';
import { openSocket } from '../../harness/open-socket.js';
import { type FilledProject, filledProject } from '../../harness/projects/filled-project.js';

interface Somebody {
  readonly id: string;
  readonly token: string;
  readonly ask: Ask;
}

let kshot: OwnKshot;
let ada: Ask;
let bob: Somebody;
let cleo: Somebody;
let bobs: FilledProject;
let cleos: FilledProject;

const member = (projectId: string, email: string, role = 'EDITOR') =>
  ada(
    'mutation ($input: SetProjectMemberInput!) { setProjectMember(input: $input) { members { email role } } }',
    {
      input: { projectId, email, role },
    },
  );

async function somebody(name: string): Promise<Somebody> {
  const id = await addPerson(ada, `${name}@example.org`, 'EDITOR');
  const token = await signedIn(kshot, `${name}@example.org`);
  return { id, token, ask: asker(kshot.api, token) };
}

async function newProject(name: string): Promise<FilledProject> {
  const { addProject } = await ada<{ addProject: { id: string } }>(
    `mutation { addProject(name: "${name}") { id } }`,
  );
  return filledProject({ pool: kshot.pool } as never, name, addProject.id);
}

beforeAll(async () => {
  kshot = await startKshot();
  await ended(kshot.worker); // rows that are filled in stay as they are
  ({ ask: ada } = await firstAccount(kshot));
  [bobs, cleos] = [await newProject('bobs'), await newProject('cleos')];
  [bob, cleo] = [await somebody('bob'), await somebody('cleo')];
  await member(bobs.id, 'bob@example.org');
  await member(cleos.id, 'cleo@example.org');
});
afterAll(() => kshot.stop());

const RUN = 'query ($id: ID!) { run(id: $id) { name } }';
const METRICS = 'subscription ($id: ID!) { runMetrics(runId: $id) { lastStep } }';

/** The first message of a subscription over a socket. */
async function heard(token: string, id: string): Promise<unknown> {
  const socket = await openSocket(kshot.api, { token });
  socket.send({ id: 'a', type: 'subscribe', payload: { query: METRICS, variables: { id } } });
  const message = await socket.next();
  socket.close();
  return message;
}

test('a run is found by those of its project, over HTTP and over a socket', async () => {
  const id = bobs.ids.run!;
  expect(await bob.ask(RUN, { id })).toEqual({ run: { name: 'thing bobs' } });
  expect(await cleo.ask(RUN, { id })).toEqual({ run: null });
  expect(await ada(RUN, { id })).toEqual({ run: { name: 'thing bobs' } });
  expect(await heard(bob.token, id)).toMatchObject({ type: 'next' });
  expect(JSON.stringify(await heard(cleo.token, id))).toContain(`There is no run with the id ${id}`);
});

test('kept inputs are found, reviewed and deleted by those of their project alone', async () => {
  const { model: modelId, keptInput: id } = bobs.ids;
  const list = 'query ($modelId: ID!) { keptInputs(modelId: $modelId) { nodes { id label } } }';
  const discard = 'mutation ($modelId: ID!, $id: ID!) { discardInputs(modelId: $modelId, ids: [$id]) }';
  const keep = 'mutation ($modelId: ID!) { keepInputs(modelId: $modelId) { id } }';
  for (const operation of [list, discard, keep])
    expect((await refusal(cleo.ask(operation, { modelId, id }))).code).toBe('NOT_FOUND');
  expect(await statusFor(kshot, cleo.token, `/files/kept-inputs/${id}.png`)).toBe(404);
  expect(await bob.ask(list, { modelId })).toEqual({
    keptInputs: { nodes: [{ id, label: 'thing bobs' }] },
  });
});

test('lists show what is of one’s own projects, or of the one that is named', async () => {
  const names = async (ask: Ask, filter = ''): Promise<string[]> => {
    const { runs } = await ask<{ runs: { nodes: { name: string }[] } }>(
      `{ runs(first: 10${filter}) { nodes { name } } }`,
    );
    return runs.nodes.map(({ name }) => name).sort();
  };
  expect(await names(bob.ask)).toEqual(['thing bobs']);
  expect(await names(ada)).toEqual(['thing bobs', 'thing cleos']);
  expect(await names(ada, `, filter: { projectId: "${cleos.id}" }`)).toEqual(['thing cleos']);
  expect((await refusal(names(cleo.ask, `, filter: { projectId: "${bobs.id}" }`))).code).toBe('NOT_FOUND');
});

test('a project that is named for a request or socket and is not seen is refused', async () => {
  const named = (id: string) => ({ headers: { 'x-kshot-project': id } });
  const ids = [bobs.id, cleos.id, 'nonsense'];
  const statuses = ids.map((id) => statusFor(kshot, bob.token, '/v1/openapi.json', named(id)));
  expect(await Promise.all(statuses)).toEqual([200, 404, 404]);
  await expect(openSocket(kshot.api, { token: bob.token, project: cleos.id })).rejects.toThrow(/4404/);
});

test('files, served names and uploads are of the project, too, and of nobody without a key', async () => {
  const csv = `/files/label-checks/${bobs.ids.labelCheck}.csv`;
  expect(await statusFor(kshot, bob.token, csv)).toBe(200);
  expect(await statusFor(kshot, cleo.token, csv)).toBe(404);
  expect((await fetch(kshot.api + csv)).status).toBe(401);
  const asked = {
    method: 'POST',
    body: '{"inputs":[{"text":"a"}]}',
    headers: { 'content-type': 'application/json' },
  };
  const predict = '/v1/models/name-bobs:predict';
  expect(await statusFor(kshot, bob.token, predict, asked)).not.toBe(404);
  expect(await statusFor(kshot, cleo.token, predict, asked)).toBe(404);
  const upload = `/uploads/${bobs.ids.upload}?secret=secretbobs`;
  expect(await statusFor(kshot, cleo.token, upload, { method: 'HEAD' })).toBe(404);
  expect(await statusFor(kshot, bob.token, upload, { method: 'HEAD' })).toBe(204);
});

test('what is uploaded goes into the project that is named, and is nobody else’s', async () => {
  await member(cleos.id, 'bob@example.org');
  const UPLOAD = 'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { id } }';
  const projectOf = async (input: object): Promise<string> => {
    const { createUpload } = await bob.ask<{ createUpload: { id: string } }>(UPLOAD, {
      input: { fileName: 'a.csv', bytes: 1, ...input },
    });
    const { rows } = await kshot.pool.query('select project_id as id, person_id from upload where id = $1', [
      createUpload.id,
    ]);
    expect(rows[0].person_id).toBe(bob.id);
    return rows[0].id;
  };
  expect(await projectOf({})).toBe(bobs.id);
  expect(await projectOf({ projectId: cleos.id })).toBe(cleos.id);
  await ada(`mutation { removeProjectMember(projectId: "${cleos.id}", personId: "${bob.id}") { id } }`);
  expect((await refusal(projectOf({ projectId: cleos.id }))).code).toBe('NOT_FOUND');
});

test('a viewer of a project looks and is refused to change, in it', async () => {
  await member(bobs.id, 'cleo@example.org', 'VIEWER');
  const note = (id: string) =>
    cleo.ask('mutation ($input: UpdateModelInput!) { updateModel(input: $input) { note } }', {
      input: { id, note: 'seen' },
    });
  expect(await cleo.ask(RUN, { id: bobs.ids.run! })).toEqual({ run: { name: 'thing bobs' } });
  expect((await refusal(note(bobs.ids.model!))).code).toBe('FORBIDDEN');
  await note(cleos.ids.model!);
  const { secret } = await newKey(cleo.ask, ['READ'], { projectId: bobs.id });
  expect(await asker(kshot.api, secret)(RUN, { id: cleos.ids.run! })).toEqual({ run: null });
  await ada(`mutation { removeProjectMember(projectId: "${bobs.id}", personId: "${cleo.id}") { id } }`);
  expect((await refusal(note(bobs.ids.model!))).code).toBe('NOT_FOUND');
});

test('a key of one project opens that one', async () => {
  await member(cleos.id, 'bob@example.org');
  const { secret } = await newKey(bob.ask, ['READ', 'TRAIN'], { projectId: cleos.id });
  const key = asker(kshot.api, secret);
  expect(await key(RUN, { id: bobs.ids.run! })).toEqual({ run: null });
  expect(await key(RUN, { id: cleos.ids.run! })).toEqual({ run: { name: 'thing cleos' } });
  await ada(`mutation { removeProjectMember(projectId: "${cleos.id}", personId: "${bob.id}") { id } }`);
  expect(await key(RUN, { id: cleos.ids.run! })).toEqual({ run: null });
});

test('who administers a project chooses its members, and no others', async () => {
  await member(bobs.id, 'bob@example.org', 'ADMIN');
  const add = (projectId: string) =>
    bob.ask('mutation ($input: SetProjectMemberInput!) { setProjectMember(input: $input) { id } }', {
      input: { projectId, email: 'cleo@example.org', role: 'VIEWER' },
    });
  await add(bobs.id);
  expect((await refusal(add(cleos.id))).code).toBe('NOT_FOUND');
  expect(
    (
      await refusal(
        cleo.ask(`mutation { removeProjectMember(projectId: "${cleos.id}", personId: "${cleo.id}") { id } }`),
      )
    ).code,
  ).toBe('FORBIDDEN');
  await bob.ask(`mutation { removeProjectMember(projectId: "${bobs.id}", personId: "${cleo.id}") { id } }`);
});

test('a socket of somebody who was taken out closes at once, so that it opens again', async () => {
  await member(bobs.id, 'cleo@example.org');
  const socket = await openSocket(kshot.api, { token: cleo.token });
  await ada(`mutation { removeProjectMember(projectId: "${bobs.id}", personId: "${cleo.id}") { id } }`);
  expect(await socket.next()).toEqual({ closed: 1012 });
});

test('new accounts are in no project where there are several', async () => {
  const dan = await somebody('dan');
  expect(await dan.ask('{ projects(first: 5) { nodes { id } } }')).toEqual({ projects: { nodes: [] } });
});
