// npm run bench -- compute [WORK…] [--threads 1,2] [--rounds 2] [--seconds 1.5] [--json]: ends with 1 when a row failed.
import { load } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';
import { runRows } from '../frame/run-rows.js';
import { compare } from './compare.js';
import { jsonLine, text } from './report.js';
import { rows } from './rows.js';

const options = benchOptions(
  rows.map(({ work }) => work),
  { rounds: 2, own: { threads: '1,2', seconds: '1.5' } },
);
const limits = { rounds: options.rounds, seconds: Number(options.value('seconds')) };
await runRows(rows, options, (row) => {
  for (const threads of options.value('threads').split(',').map(Number)) {
    const before = load();
    const found = compare(row, threads, limits);
    if (options.json) console.log(JSON.stringify(jsonLine(found, before)));
    else console.log([...text(found, row.target, before)].join('\n'));
  }
});
