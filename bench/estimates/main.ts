// npm run bench -- estimates [--json]: what runs are said to take before they start, beside what they took.
import { registerExamples } from '../../tools/register-examples.mjs';
import { load } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';
import { type Kshot, startKshot } from '../home/kshot.js';
import { atRest, ended, imported } from '../home/requests.js';
import { estimatedSets, type Started } from './works.js';

interface Estimate {
  readonly seconds: number;
}

const options = benchOptions([]);
const kshot = await startKshot();
const factors: number[] = [];
try {
  await registerExamples(kshot.api, kshot.databaseUrl, () => undefined);
  await atRest(kshot);
  for (const { title, fileName, content, started } of estimatedSets) {
    const bytes = content();
    if (!bytes) continue;
    const versionId = await imported(kshot, fileName, bytes);
    for (const what of started) {
      const { said, runId } = await start(kshot, what, versionId);
      await ended(kshot, `run(id: "${runId}") { status failure { message } }`, 'DONE');
      const { run } = await kshot.ask<{ run: { startedAt: string; endedAt: string } }>(
        `{ run(id: "${runId}") { startedAt endedAt } }`,
      );
      const took = (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000;
      factors.push(said / took);
      console.log(
        options.json
          ? JSON.stringify({ set: title, what, said, took, load: load() })
          : `${title}, ${what}: said ${said.toFixed(1)} s, took ${took.toFixed(1)} (load ${load().toFixed(1)})`,
      );
    }
  }
} finally {
  await kshot.stop();
}
const off = factors.map((factor) => Math.max(factor, 1 / factor)).sort((a, b) => a - b);
const at = (share: number) =>
  (off[Math.min(off.length - 1, Math.floor(share * off.length))] as number).toFixed(2);
console.log(`${off.length} runs: off by a factor of ${at(0.5)} in the median, ${at(0.9)} at 90 %`);

async function start(
  { ask }: Kshot,
  what: Started,
  versionId: string,
): Promise<{ readonly said: number; readonly runId: string }> {
  const { trainPreview } = await ask<{ trainPreview: Estimate & { starter: { id: string } | null } }>(
    'query ($versionId: ID!) { trainPreview(versionId: $versionId) { seconds starter { id } } }',
    { versionId },
  );
  if (what === 'TRAIN') {
    const { train } = await ask<{ train: { id: string } }>(
      'mutation ($input: TrainInput!) { train(input: $input) { id } }',
      { input: { versionId } },
    );
    return { said: trainPreview.seconds, runId: train.id };
  }
  const technique = what === 'PRETRAIN' ? 'Pretraining' : 'Transfer';
  const modelId = trainPreview.starter?.id;
  const input =
    what === 'PRETRAIN'
      ? { versionId }
      : { versionId, options: { method: what }, ...(modelId && { modelId }) };
  const { estimate } = await ask<{ estimate: Estimate }>(
    `query ($input: Start${technique}Input!) { estimate: estimate${technique}(input: $input) { seconds } }`,
    { input },
  );
  const { started } = await ask<{ started: { id: string } }>(
    `mutation ($input: Start${technique}Input!) { started: start${technique}(input: $input) { id } }`,
    { input },
  );
  return { said: estimate.seconds, runId: started.id };
}
