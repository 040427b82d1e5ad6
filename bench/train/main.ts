// npm run bench -- train [photos] [texts] [table] [tuning] [--rounds 3] [--json]: seconds that people wait for: from Train to the first
// answer of the model that came of it, and from asking the advisor to what it says first, and last; tuning the encoder on the texts.
import { setTimeout as delay } from 'node:timers/promises';
import { registerExamples } from '../../tools/register-examples.mjs';
import { load } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';
import { median } from '../frame/samples.js';
import { type Kshot, startKshot } from '../home/kshot.js';
import { atRest, imported, modelOf } from '../home/requests.js';
import { sets } from './sets.js';
import { tunings } from './tuning.js';

const options = benchOptions([...sets.map(({ work }) => work), 'tuning'], { rounds: 3 });
const kshot = await startKshot();
try {
  await registerExamples(kshot.api, kshot.databaseUrl, () => undefined);
  await atRest(kshot);
  for (const set of sets.filter(({ work }) => options.wants(work))) {
    const content = set.content();
    if (!content) continue;
    const versionId = await imported(kshot, set.fileName, content);
    const answered: number[] = [];
    const advised: Advised[] = [];
    for (let i = 0; i < options.rounds; i++) {
      answered.push(await secondsToAnswer(kshot, versionId, set.question));
      advised.push(await secondsToAdvice(kshot, versionId));
    }
    const line = {
      work: set.work,
      answer: median(answered),
      firstAdvice: median(advised.map(({ first }) => first)),
      lastAdvice: median(advised.map(({ last }) => last)),
      load: load(),
    };
    console.log(
      options.json
        ? JSON.stringify(line)
        : `${set.title}: ${line.answer.toFixed(1)} s from Train to an answer; advice after ${line.firstAdvice.toFixed(1)} s, the last after ${line.lastAdvice.toFixed(1)} s (medians of ${options.rounds}, load ${line.load.toFixed(1)})`,
    );
  }
  const texts = sets.find(({ work }) => work === 'texts');
  const content = options.wants('tuning') ? texts?.content() : undefined;
  if (texts && content) {
    const versionId = await imported(kshot, 'tuned.csv', content);
    for await (const line of tunings(kshot, versionId))
      console.log(
        options.json
          ? JSON.stringify({ work: 'tuning', ...line, load: load() })
          : `${texts.title}, ${line.tuned} tuned: ${line.taken.toFixed(1)} s, estimated ${line.estimated.toFixed(1)} s; test accuracy ${(100 * line.accuracy).toFixed(1)} % (load ${load().toFixed(1)})`,
      );
  }
} finally {
  await kshot.stop();
}

async function secondsToAnswer(kshot: Kshot, versionId: string, question: object): Promise<number> {
  const begun = performance.now();
  const { train } = await kshot.ask<{ train: { id: string } }>(
    'mutation ($input: TrainInput!) { train(input: $input) { id } }',
    { input: { versionId } },
  );
  await kshot.ask(
    'query ($id: ID!, $input: PredictInput!) { predict(modelId: $id, inputs: [$input]) { class } }',
    { id: await modelOf(kshot, train.id), input: question },
  );
  return (performance.now() - begun) / 1000;
}

interface Advised {
  readonly first: number;
  readonly last: number;
}

async function secondsToAdvice({ ask }: Kshot, versionId: string): Promise<Advised> {
  const begun = performance.now();
  const seconds = (): number => (performance.now() - begun) / 1000;
  const { recommend } = await ask<{ recommend: { id: string } }>(
    'mutation ($versionId: ID!) { recommend(versionId: $versionId) { id } }',
    { versionId },
  );
  let first: number | undefined;
  for (;;) {
    const { recommendation } = await ask<{
      recommendation: { status: string; options: { place: number }[]; failure: { message: string } | null };
    }>(`{ recommendation(id: "${recommend.id}") { status options { place } failure { message } } }`);
    const { status, options: said, failure } = recommendation;
    if (failure) throw new Error(failure.message);
    if (said.length > 0) first ??= seconds();
    if (status === 'DONE') return { first: first ?? seconds(), last: seconds() };
    await delay(50);
  }
}
