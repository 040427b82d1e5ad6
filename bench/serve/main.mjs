// npm run bench -- serve [--seconds 5] [--clients 1,4,16]: times to answer one example, by clients that ask at once, and of a
// table row while another client sends 100 photos in each request.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { startKshot } from '../kshot.mjs';
import { measured } from './clients.mjs';
import { servedModels } from './models.mjs';

const { values: options } = parseArgs({
  options: { seconds: { type: 'string', default: '5' }, clients: { type: 'string', default: '1,4,16' } },
});
const seconds = Number(options.seconds);
const kshot = await startKshot();
try {
  const served = await servedModels(kshot);
  const ask = ({ modelId, input }, count = 1) =>
    kshot.ask(
      'query ($modelId: ID!, $inputs: [PredictInput!]!) { predict(modelId: $modelId, inputs: $inputs) { class } }',
      {
        modelId,
        inputs: Array(count).fill(input),
      },
    );
  for (const [name, one] of Object.entries(served)) {
    await ask(one);
    for (const clients of options.clients.split(',').map(Number))
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

function show(name, clients, { p50, p95, perSecond }) {
  const ms = (time) => `${time.toFixed(1)} ms`;
  console.log(
    `${name.padEnd(22)} ${String(clients).padStart(2)} clients  p50 ${ms(p50)}  p95 ${ms(p95)}  ${perSecond.toFixed(1)}/s  load ${loadavg()[0].toFixed(1)}`,
  );
}
