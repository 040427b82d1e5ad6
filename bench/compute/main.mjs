import { loadavg } from 'node:os';
import { compare } from './compare.mjs';
import { jsonLine, text } from './report.mjs';
import { rows } from './rows.mjs';

// main.mjs [WORK…] [--json] [--threads=1,2] [--rounds=2] [--seconds=1.5]: ends with 1 when a row failed.
const flags = process.argv.slice(2).filter((arg) => arg.startsWith('--'));
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const option = (name, otherwise) =>
  flags.find((flag) => flag.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise;
const json = flags.includes('--json');
const limits = { rounds: Number(option('rounds', 2)), seconds: Number(option('seconds', 1.5)) };

const unknown = wanted.filter((name) => !rows.some(({ work }) => work === name));
if (unknown.length > 0)
  throw new Error(`no such work: ${unknown}; there are ${rows.map(({ work }) => work).join(', ')}`);
for (const row of rows.filter(({ work }) => wanted.length === 0 || wanted.includes(work)))
  for (const threads of option('threads', '1,2').split(',').map(Number)) {
    const before = loadavg()[0];
    try {
      const found = compare(row, threads, limits);
      if (json) console.log(JSON.stringify(jsonLine(found)));
      else console.log([...text(found, row.target), `  load before ${before.toFixed(2)}`].join('\n'));
    } catch (error) {
      console.error(`${row.work}, ${threads} threads FAILED: ${error.message}`);
      process.exitCode = 1;
    }
  }
