// product.ts WORK ROUNDS: what a user waits for over GraphQL, from the start of the study to its leaderboard with all tests.
import { type Kshot, startKshot } from '../home/kshot.js';
import { ended, imported, trained } from '../home/requests.js';
import { episodeData } from './data.js';
import type { StudyFound } from './found.js';
import { METHODS } from './methods.js';

const [, rounds] = process.argv.slice(2);
const kshot = await startKshot();
try {
  const versionId = await imported(kshot, 'embeddings.csv', embeddings());
  // A network whose last layer but one gives 512 features.
  const modelId = await trained(kshot, 'Pretraining', { versionId, options: { widths: [512], epochs: 1 } });
  const samples: number[] = [];
  let found: StudyFound | undefined;
  // The first computes the features, which are there from then on.
  for (let i = 0; i < Number(rounds); i++) {
    const begun = performance.now();
    found = await study(kshot, versionId, modelId);
    samples.push((performance.now() - begun) / 1000);
  }
  console.log(JSON.stringify({ samples, found }));
} finally {
  await kshot.stop();
}

function embeddings(): Buffer {
  const { values, labels } = episodeData();
  const columns = values.length / labels.length;
  const head = [...Array.from({ length: columns }, (_, j) => `f${j}`), 'label'].join(',');
  const rows = Array.from(
    labels,
    (k, i) => `${values.subarray(i * columns, (i + 1) * columns).join(',')},class ${k}`,
  );
  return Buffer.from([head, ...rows].join('\n'));
}

interface Study {
  readonly evaluations: readonly { readonly id: string; readonly method: string }[];
  readonly comparison: {
    readonly standings: readonly {
      readonly evaluationId: string;
      readonly figure: { readonly value: number; readonly low: number; readonly high: number };
    }[];
  };
}

async function study({ ask }: Kshot, versionId: string, modelId: string): Promise<StudyFound> {
  const candidates = METHODS.map((method) => ({ head: { modelId, options: { method, transform: 'L2N' } } }));
  const protocol = { episodes: { ways: 5, shots: 5, queries: 15, count: 1000 } };
  const { startStudy } = await ask<{ startStudy: { id: string } }>(
    'mutation ($input: StartStudyInput!) { startStudy(input: $input) { id } }',
    { input: { versionIds: [versionId], protocol, candidates } },
  );
  await ended(kshot, `study(id: "${startStudy.id}") { status }`, 'DONE');
  const { study: done } = await ask<{ study: Study }>(
    `{ study(id: "${startStudy.id}") { evaluations { id method } comparison { standings { evaluationId figure { value low high } } } } }`,
  );
  const methodOf = new Map(done.evaluations.map(({ id, method }) => [id, method]));
  return {
    standings: done.comparison.standings.map(({ evaluationId, figure: { value, low, high } }) => [
      methodOf.get(evaluationId) ?? '',
      value,
      low,
      high,
    ]),
  };
}
