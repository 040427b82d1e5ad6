// npm run bench -- serve [--seconds 5] [--clients 1,4,16] [--json]: times to answer one example, by clients that ask at once, and of
// a table row while another client sends 100 photos in each request.
import { load } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';
import { startKshot } from '../home/kshot.js';
import { measured, type Served } from './clients.js';
import { type ServedModel, servedModels } from './models.js';

const options = benchOptions([], { own: { seconds: '5', clients: '1,4,16' } });
const seconds = Number(options.value('seconds'));
const kshot = await startKshot();
try {
  const served = await servedModels(kshot);
  const ask = ({ modelId, input }: ServedModel<object>, count = 1) =>
    kshot.ask(
      'query ($modelId: ID!, $inputs: [PredictInput!]!) { predict(modelId: $modelId, inputs: $inputs) { class } }',
      { modelId, inputs: Array<object>(count).fill(input) },
    );
  for (const [name, one] of Object.entries(served)) {
    await ask(one);
    for (const clients of options.value('clients').split(',').map(Number))
      show(name, clients, await measured(clients, seconds, () => ask(one)));
  }
  let going = true;
  const large = (async () => {
    while (going) await ask(served.photo, 100);
  })();
  show('row beside 100 photos', 1, await measured(1, 2 * seconds, () => ask(served.row)));
  going = false;
  await large;
} finally {
  await kshot.stop();
}

function show(work: string, clients: number, { p50, p95, perSecond }: Served): void {
  const ms = (time: number) => `${time.toFixed(1)} ms`;
  if (options.json)
    console.log(JSON.stringify({ work, clients, unit: 'ms', ours: p50, p95, perSecond, load: load() }));
  else
    console.log(
      `${work.padEnd(22)} ${String(clients).padStart(2)} clients  p50 ${ms(p50)}  p95 ${ms(p95)}  ${perSecond.toFixed(1)}/s  load ${load().toFixed(1)}`,
    );
}
