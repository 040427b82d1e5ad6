// npm run bench -- large-tables [--rows 500,5000,50000] [--json]: seconds that people wait for tables of 20 columns and 5 classes: import, ten
// epochs, a label check, and a study of logistic regression, a forest and neighbours in five folds.
import { load } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';
import { startKshot } from '../home/kshot.js';
import { ended, imported, trained } from '../home/requests.js';
import { rows } from '../train/sets.js';

const options = benchOptions([], { own: { rows: '500,5000,50000' } });
const kshot = await startKshot();
const { ask } = kshot;
try {
  for (const count of options.value('rows').split(',').map(Number)) {
    const content = rows(count);
    const [importing, versionId] = await timed(() => imported(kshot, `rows${count}.csv`, content));
    const [training] = await timed(() => trained(kshot, 'Pretraining', { versionId }));
    const [checking] = await timed(() => check(versionId));
    const [comparing] = await timed(() => study(versionId));
    const line = { rows: count, importing, training, checking, comparing, load: load() };
    console.log(
      options.json
        ? JSON.stringify(line)
        : `${count} rows: import ${importing.toFixed(1)} s, ten epochs ${training.toFixed(1)} s, label check ${checking.toFixed(1)} s, study ${comparing.toFixed(1)} s (load ${line.load.toFixed(1)})`,
    );
  }
} finally {
  await kshot.stop();
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [seconds: number, result: T]> {
  const begun = performance.now();
  const result = await work();
  return [(performance.now() - begun) / 1000, result];
}

async function check(versionId: string): Promise<void> {
  const { started } = await ask<{ started: { id: string } }>(
    'mutation ($input: StartLabelCheckInput!) { started: startLabelCheck(input: $input) { id } }',
    { input: { versionId } },
  );
  await ended(kshot, `labelCheck(id: "${started.id}") { status failure { message } }`, 'DONE');
}

async function study(versionId: string): Promise<void> {
  const candidates = ['LOGISTIC', 'RANDOM_FOREST', 'NEAREST_NEIGHBOURS'].map((method) => ({
    head: { options: { method } },
  }));
  const { started } = await ask<{ started: { id: string } }>(
    'mutation ($input: StartStudyInput!) { started: startStudy(input: $input) { id } }',
    { input: { versionIds: [versionId], protocol: { crossValidation: { folds: 5 } }, candidates } },
  );
  await ended(kshot, `study(id: "${started.id}") { status }`, 'DONE');
}
