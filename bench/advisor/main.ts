// npm run bench -- advisor --data DIR [--shots 5,10,20] [--seeds 5] [--json] [--write] [--records FILE]: scores the advisor on every CSV and ZIP
// in a folder, leaving each data set out of what it is advised by; --write makes the table of the product again from these.
// --records keeps what was measured in a file, and reads it from there when it exists.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AdvisorRecord } from '@kshot/fewshot';
import { benchOptions } from '../frame/options.js';
import { scriptLines } from '../frame/processes.js';
import { compact } from './compact.js';
import { costError } from './cost-error.js';
import { summary, text } from './report.js';
import { scored } from './score.js';

const TABLE = fileURLToPath(new URL('../../models/advisor/records.json', import.meta.url));
const options = benchOptions([], {
  own: { data: '', shots: '5,10,20', seeds: '5', records: '' },
  flags: ['write'],
});
const folder = options.value('data');
if (!existsSync(folder)) {
  console.error('Name a folder of CSV and ZIP files: npm run bench -- advisor --data DIR');
  process.exit(1);
}
const draws = mkdtempSync(path.join(tmpdir(), 'kshot-advisor-'));
const kept = options.text('records');
try {
  const records = kept && existsSync(kept) ? readLines(kept) : measured();
  if (kept) writeFileSync(kept, records.map((record) => JSON.stringify(record)).join('\n'));
  if (options.has('write')) writeTable(records);
  const table = JSON.parse(readFileSync(TABLE, 'utf8')) as { readonly records: AdvisorRecord[] };
  const rows = scored(records, table.records);
  const files = filesOf();
  for (const row of rows) {
    const largest = rows.every(({ data, shots }) => data !== row.data || shots <= row.shots);
    const file = files.find((one) => path.basename(one).startsWith(`${row.data}.`));
    if (largest && file) Object.assign(row, costError(file, row, draws));
    console.log(options.json ? JSON.stringify(row) : text(row));
  }
  const found = summary(rows);
  console.log(options.json ? JSON.stringify({ summary: found }) : found.text);
} finally {
  rmSync(draws, { recursive: true });
}

function writeTable(records: readonly AdvisorRecord[]): void {
  const command = 'npm run bench -- advisor --data DIR --write';
  const dataSets = [...new Set(records.map(({ data }) => data))];
  writeFileSync(TABLE, `${JSON.stringify({ command, dataSets, records: records.map(compact) })}\n`);
}

/** The files of the folder and of folders in it. */
function filesOf(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(csv|zip)$/i.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function measured(): AdvisorRecord[] {
  return filesOf().flatMap((file) => {
    console.error(path.basename(file));
    const work = [file, options.value('shots'), options.value('seeds')];
    try {
      return scriptLines<AdvisorRecord>(new URL('measure.ts', import.meta.url), work, 3600);
    } catch (error) {
      console.error(`${file} is left out: ${(error as Error).message}`);
      return [];
    }
  });
}

function readLines(file: string): AdvisorRecord[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as AdvisorRecord);
}
