import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { linesOf } from '../frame/processes.ts';
import { compact } from './compact.mjs';
import { costError } from './cost-error.mjs';
import { summary, text } from './report.mjs';
import { scored } from './score.mjs';

// main.mjs --data DIR [--shots 5,10,20] [--seeds 5] [--json] [--write] [--records FILE]: scores the advisor on every CSV and ZIP
// in a folder, leaving each data set out of what it is advised by; --write makes the table of the product anew from these.
// --records keeps what was measured in a file, and reads it from there when it exists.
const args = process.argv.slice(2);
const given = (name, otherwise) => (args.includes(name) ? args[args.indexOf(name) + 1] : otherwise);
const folder = given('--data');
if (!folder || !existsSync(folder)) {
  console.error('Name a folder of CSV and ZIP files: npm run bench -- advisor --data DIR');
  process.exit(1);
}
const TABLE = fileURLToPath(new URL('../../models/advisor/records.json', import.meta.url));
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const json = args.includes('--json');
const draws = mkdtempSync(path.join(tmpdir(), 'kshot-advisor-'));
const kept = given('--records');
try {
  const records = kept && existsSync(kept) ? readLines(kept) : measured();
  if (kept) writeFileSync(kept, records.map((record) => JSON.stringify(record)).join('\n'));
  const command = 'npm run bench -- advisor --data DIR --write';
  const dataSets = [...new Set(records.map(({ data }) => data))];
  if (args.includes('--write'))
    writeFileSync(TABLE, `${JSON.stringify({ command, dataSets, records: records.map(compact) })}\n`);
  const table = JSON.parse(readFileSync(TABLE, 'utf8')).records;
  const rows = scored(records, table);
  const files = filesOf();
  for (const row of rows) {
    const largest = rows.every(({ data, shots }) => data !== row.data || shots <= row.shots);
    const file = files.find((one) => path.basename(one).startsWith(`${row.data}.`));
    if (largest && file) Object.assign(row, costError(file, row, draws));
    console.log(json ? JSON.stringify(row) : text(row));
  }
  console.log(json ? JSON.stringify({ summary: summary(rows) }) : summary(rows).text);
} finally {
  rmSync(draws, { recursive: true });
}

/** The files of the folder and of folders in it. */
function filesOf() {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(csv|zip)$/i.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function measured() {
  return filesOf().flatMap((file) => {
    console.error(path.basename(file));
    const work = [here('measure.mjs'), file, given('--shots', '5,10,20'), given('--seeds', '5')];
    try {
      return linesOf(process.execPath, work, 3600);
    } catch (error) {
      console.error(`${file} is left out: ${error.message}`);
      return [];
    }
  });
}

function readLines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
