import { setTimeout as delay } from 'node:timers/promises';
import { startKshot } from '../kshot.mjs';
import { episodeData } from './data.mjs';
import { METHODS } from './methods.mjs';

// product.mjs WORK ROUNDS: what a user waits for over GraphQL, from the start of the study to its leaderboard with all tests.
const [, rounds] = process.argv.slice(2);
const kshot = await startKshot();
const { ask } = kshot;
try {
  const versionId = await imported();
  const modelId = await trained(versionId);
  const samples = [];
  let found;
  // The first computes the features, which are there from then on.
  for (let i = 0; i < Number(rounds); i++) {
    const begun = performance.now();
    found = await study(versionId, modelId);
    samples.push((performance.now() - begun) / 1000);
  }
  console.log(JSON.stringify({ samples, found }));
} finally {
  await kshot.stop();
}

async function imported() {
  const { values, labels } = episodeData();
  const columns = values.length / labels.length;
  const head = [...Array.from({ length: columns }, (_, j) => `f${j}`), 'label'].join(',');
  const rows = Array.from(
    labels,
    (k, i) => `${values.subarray(i * columns, (i + 1) * columns).join(',')},class ${k}`,
  );
  const content = Buffer.from([head, ...rows].join('\n'));
  const { createUpload } = await ask(
    'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { id url } }',
    { input: { fileName: 'embeddings.csv', bytes: content.length } },
  );
  await fetch(kshot.api + createUpload.url, { method: 'PUT', body: content });
  const { importDataSet } = await ask(
    'mutation ($input: ImportDataSetInput!) { importDataSet(input: $input) { id } }',
    { input: { uploadId: createUpload.id, name: 'embeddings' } },
  );
  await until('READY', () =>
    ask(`{ it: dataSetVersion(id: "${importDataSet.id}") { status failure { message } } }`),
  );
  return importDataSet.id;
}

/** A network whose last layer but one gives 512 features. */
async function trained(versionId) {
  const { startPretraining } = await ask(
    'mutation ($input: StartPretrainingInput!) { startPretraining(input: $input) { id } }',
    { input: { versionId, options: { widths: [512], epochs: 1 } } },
  );
  const { id } = startPretraining;
  await until('DONE', () => ask(`{ it: run(id: "${id}") { status failure { message } } }`));
  return (await ask(`{ run(id: "${id}") { models { id } } }`)).run.models[0].id;
}

async function study(versionId, modelId) {
  const candidates = METHODS.map((method) => ({ head: { modelId, options: { method, transform: 'L2N' } } }));
  const protocol = { episodes: { ways: 5, shots: 5, queries: 15, count: 1000 } };
  const { startStudy } = await ask(
    'mutation ($input: StartStudyInput!) { startStudy(input: $input) { id } }',
    { input: { versionIds: [versionId], protocol, candidates } },
  );
  await until('DONE', () => ask(`{ it: study(id: "${startStudy.id}") { status } }`));
  const { study: ended } = await ask(
    `{ study(id: "${startStudy.id}") { evaluations { id method } comparison { standings { evaluationId figure { value low high } } } } }`,
  );
  const methodOf = new Map(ended.evaluations.map(({ id, method }) => [id, method]));
  return {
    standings: ended.comparison.standings.map(({ evaluationId, figure: { value, low, high } }) => [
      methodOf.get(evaluationId),
      value,
      low,
      high,
    ]),
  };
}

async function until(wanted, look) {
  for (;;) {
    const { status, failure } = (await look()).it;
    if (status === wanted) return;
    if (status === 'FAILED') throw new Error(failure?.message ?? 'It failed.');
    await delay(50);
  }
}
