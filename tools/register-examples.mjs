// Brings the shipped examples in by the path that users have, once, and starts the demo runs.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { root } from './setup.mjs';

/** @typedef {{ name: string, file: string, description: string, licence: string, source: string }} Shipped */
/** @typedef {{ dataSet: string, name: string }} Demo */
/** @type {{ dataSets: Shipped[], demo: Demo, trained: Demo & { options: Record<string, unknown> } }} */
const { dataSets, demo, trained } = JSON.parse(
  readFileSync(path.join(root, 'examples/data/index.json'), 'utf8'),
);

const models = JSON.parse(readFileSync(path.join(root, 'models/index.json'), 'utf8'));

/** What is shown to the API. */
let shown = process.env.KSHOT_TOKEN;

/** @param {string} api @param {string} databaseUrl @param {(text: string) => void} note */
export async function registerExamples(api, databaseUrl, note) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const key = await ownKey(client);
  try {
    if (await remembered(client, 'examples')) {
      const added = await registerStarters(api, client);
      note(added.length > 0 ? `new starters: ${added.join(', ')}` : 'registered already');
      return;
    }
    /** @type {Map<string, string>} */
    const versions = new Map();
    for (const shipped of dataSets) versions.set(shipped.name, await register(api, client, shipped));
    await registerStarters(api, client); // while the worker imports
    for (const [name, id] of versions) await imported(api, id, name);
    const { train } = await ask(api, 'mutation ($input: TrainInput!) { train(input: $input) { id } }', {
      input: { versionId: versions.get(demo.dataSet), name: demo.name },
    });
    await client.query('update run set demo = true where id = $1', [train.id]);
    const { name, options } = trained;
    await ask(api, 'mutation ($input: StartPretrainingInput!) { startPretraining(input: $input) { id } }', {
      input: { versionId: versions.get(trained.dataSet), name, options },
    });
    await remember(client, 'examples', [...versions.keys()]);
    note(
      `${versions.size} data sets, ${models.length} pretrained models, and the demo runs are on their way`,
    );
  } finally {
    await key.remove();
    await client.end();
  }
}

/** Where people sign in and no access token is known, a key for this alone lets us in. @param {pg.Client} client */
async function ownKey(client) {
  const { rows } = await client.query('select 1 from person limit 1');
  if (rows.length === 0 || process.env.KSHOT_TOKEN) return { remove: async () => undefined };
  const id = randomUUID();
  shown = `kshot_key_${randomBytes(32).toString('base64url')}`;
  await client.query(
    `insert into credential (id, kind, name, secret_digest, scopes, expires_at)
     values ($1, 'KEY', 'Examples of a release', $2, 'READ PREDICT TRAIN', now() + interval '10 min')`,
    [id, createHash('sha256').update(shown).digest('hex')],
  );
  return {
    remove: async () => {
      shown = undefined;
      await client.query('delete from credential where id = $1', [id]);
    },
  };
}

/**
 * Registers those starters that this instance has never had: one that was deleted stays away. Each is given its note once, so that
 * one which was changed or taken away stays so.
 * @param {string} api @param {pg.Client} client @returns {Promise<string[]>} their names
 */
async function registerStarters(api, client) {
  const had = await client.query('select name from model where version_id is null and run_id is null');
  const known = (await remembered(client, 'starters')) ?? had.rows.map(({ name }) => name);
  const missing = models.filter((/** @type {Shipped} */ { name }) => !known.includes(name));
  for (const shipped of missing) {
    const id = await registerModel(api, shipped);
    await client.query('update model set shipped = true where id = $1', [id]);
  }
  const noted = (await remembered(client, 'starter notes')) ?? [];
  for (const { name, note } of models.filter((/** @type {Shipped} */ { name }) => !noted.includes(name)))
    await client.query("update model set note = $2 where name = $1 and note = '' and shipped", [name, note]);
  const names = models.map((/** @type {Shipped} */ { name }) => name);
  await remember(client, 'starters', [...new Set([...known, ...names])]);
  await remember(client, 'starter notes', [...new Set([...noted, ...names])]);
  return missing.map((/** @type {Shipped} */ { name }) => name);
}

/** The names that a setting holds. @param {pg.Client} client @param {string} setting @returns {Promise<string[] | undefined>} */
async function remembered(client, setting) {
  const { rows } = await client.query('select value from setting where name = $1', [setting]);
  return rows[0]?.value;
}

/** @param {pg.Client} client @param {string} setting @param {string[]} names */
const remember = (client, setting, names) =>
  client.query(
    'insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = $2',
    [setting, JSON.stringify(names)],
  );

/** @param {string} api @param {{ name: string, file: string, classes?: string, pixels?: string, licence: string, source: string, note?: string }} shipped @returns {Promise<string>} its id */
export async function registerModel(api, { file, classes, note: _, ...described }) {
  const uploadId = await sent(api, path.basename(file), readFileSync(path.resolve(root, 'models', file)));
  const named = classes && {
    classes: readFileSync(path.join(root, 'models', classes), 'utf8')
      .trim()
      .split('\n'),
  };
  const { importModel } = await ask(
    api,
    'mutation ($input: ImportModelInput!) { importModel(input: $input) { id } }',
    { input: { uploadId, ...described, ...named } },
  );
  return importModel.id;
}

/** @param {string} api @param {string} fileName @param {Buffer} bytes @returns {Promise<string>} the upload's id */
async function sent(api, fileName, bytes) {
  const { createUpload } = await ask(
    api,
    'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { id url } }',
    { input: { fileName, bytes: bytes.length } },
  );
  const response = await fetch(api + createUpload.url, {
    method: 'PUT',
    body: new Uint8Array(bytes),
    headers: authorization(),
  });
  if (!response.ok) throw new Error(`${fileName} was not taken: ${await response.text()}`);
  return createUpload.id;
}

/** Begins an import. @param {string} api @param {pg.Client} client @param {Shipped} shipped @returns {Promise<string>} the version's id */
async function register(api, client, { file, ...described }) {
  const known = await client.query(
    `select v.id from data_set_version v join data_set d on d.id = v.data_set_id
     where d.name = $1 and d.project_id = (select id from project order by created_at, id limit 1)`,
    [described.name],
  );
  if (known.rows[0]) return known.rows[0].id;
  const uploadId = await sent(api, file, readFileSync(path.join(root, 'examples/data', file)));
  const input = { uploadId, ...described };
  const { importDataSet } = await ask(
    api,
    'mutation ($input: ImportDataSetInput!) { importDataSet(input: $input) { id } }',
    { input },
  );
  await client.query(
    'update data_set set shipped = true where id = (select data_set_id from data_set_version where id = $1)',
    [importDataSet.id],
  );
  return importDataSet.id;
}

/** Waits until a version is there. @param {string} api @param {string} id @param {string} name */
async function imported(api, id, name) {
  for (;;) {
    const { dataSetVersion } = await ask(
      api,
      'query ($id: ID!) { dataSetVersion(id: $id) { status failure { message } } }',
      { id },
    );
    if (dataSetVersion.status === 'READY') return;
    if (dataSetVersion.status === 'FAILED') throw new Error(`${name}: ${dataSetVersion.failure.message}`);
    await delay(100);
  }
}

/** @param {string} api @param {string} query @param {Record<string, unknown>} variables @returns {Promise<any>} */
async function ask(api, query, variables) {
  const response = await fetch(`${api}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization() },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = /** @type {any} */ (await response.json());
  if (errors) throw new Error(errors[0].message);
  return data;
}

/** @returns {Record<string, string>} */
const authorization = () => (shown ? { authorization: `Bearer ${shown}` } : {});

// node tools/register-examples.mjs API_URL: for set-ups that do not use `npm start`.
if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  await registerExamples(process.argv[2] ?? 'http://127.0.0.1:4400', process.env.DATABASE_URL ?? '', (text) =>
    console.log(text),
  );
}
