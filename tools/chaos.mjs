// npm run chaos -- --minutes 30 --seed 7: kills, stops and cuts parts of a Kshot of its own at random, then checks what is left.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './setup.mjs';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, seed: { type: 'string' } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error('--minutes needs a number above 0.');
  process.exit(1);
}
spawn(process.execPath, [path.join(root, 'tools/test.mjs'), 'test/worker/chaos.test.ts'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    CHAOS_SECONDS: String(60 * minutes),
    ...(values.seed === undefined ? {} : { CHAOS_SEED: values.seed }),
  },
}).once('exit', (code) => process.exit(code ?? 1));
