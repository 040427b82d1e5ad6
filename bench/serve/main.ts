// npm run bench -- serve [--seconds 5] [--clients 1,4,16] [--json]: times to answer one example, by clients that ask at once, and of
// a table row while another client sends 100 photos in each request. The same row model as ONNX behind FastAPI is asked in turn.
import { load } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';
import { startKshot } from '../home/kshot.js';
import { measured, type Served } from './clients.js';
import { comparePeer } from './compare-peer.js';
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
  await comparePeer(kshot, served.row, options.value('clients').split(',').map(Number), seconds, show);
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

function show(work: string, clients: number, { p50, p95, perSecond }: Served, peer?: Served): void {
  const ms = (time: number) => `${time.toFixed(1)} ms`;
  if (options.json)
    console.log(JSON.stringify({ work, clients, unit: 'ms', ours: p50, p95, perSecond, load: load(), peer }));
  else
    console.log(
      `${work.padEnd(22)} ${String(clients).padStart(2)} clients  p50 ${ms(p50)}  p95 ${ms(p95)}  ${perSecond.toFixed(1)}/s  load ${load().toFixed(1)}${
        peer
          ? `  FastAPI p50 ${ms(peer.p50)}  p95 ${ms(peer.p95)}  ${peer.perSecond.toFixed(1)}/s  ours/theirs p50 ${(p50 / peer.p50).toFixed(2)}, per second ${(perSecond / peer.perSecond).toFixed(2)}`
          : ''
      }`,
    );
}
