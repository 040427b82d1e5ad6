// npm test: sets up, runs every suite or the named files, ends in one line that adds them up.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { setup } from './setup.mjs';
import { StageFailed } from './stage.mjs';

const filters = process.argv.slice(2);
/** Unit tests read sources: they need no builds and no browser. Those of the dashboard read what its build generates. */
const unit =
  filters.length > 0 && filters.every((filter) => /^(libs|tools|apps\/(api|worker))(\/|$)/.test(filter));
try {
  await setup({
    builds: !unit,
    native: filters.some((filter) => !filter.startsWith('libs/fewshot')) || !unit,
  });
} catch (error) {
  if (!(error instanceof StageFailed)) console.error(error);
  process.exit(1);
}
const browser = findBrowser();
if (!browser && !unit) {
  console.error(
    'There is no Chrome or Chromium here: the tests of the dashboard cannot run. Install one (Debian: apt-get install chromium), or name it in CHROME_PATH.',
  );
  process.exit(1);
}
const dir = mkdtempSync(path.join(tmpdir(), 'kshot-test-'));
/** Two halves that take about as long go side by side; what plants files in the tree follows alone. */
const rounds =
  filters.length > 0
    ? [[unit ? ['unit', 'maths', 'native'] : []]]
    : [[['unit', 'maths', 'native', 'database', 'components', 'system'], ['own']], [['alone']]];
/** @type {Awaited<ReturnType<typeof run>>[]} */
const found = [];
for (const round of rounds) found.push(...(await Promise.all(round.map(run))));
rmSync(dir, { recursive: true, force: true });
for (const failure of found.flatMap(({ failures }) => failures)) console.log(failure);
/** @param {'passed' | 'failed' | 'skipped'} name */
const sum = (name) => found.reduce((all, one) => all + one[name], 0);
console.log(
  `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`,
);
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);

/** Runs projects of vitest, all where none is named. @param {string[]} projects */
async function run(projects) {
  const report = path.join(dir, `${projects.join('-')}.json`);
  const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(
    'npx',
    ['vitest', 'run', ...args, ...projects.map((name) => `--project=${name}`), ...filters],
    { stdio: 'inherit', env: { ...process.env, ...(browser ? { CHROME_PATH: browser } : {}) } },
  );
  const [code] = await once(child, 'exit');
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = read(report);
  // A suite that does not load counts.
  const failed = numFailedTests + (code !== 0 && numFailedTests === 0 ? 1 : 0);
  return {
    passed: numPassedTests,
    failed,
    skipped: numPendingTests,
    failures: testResults.flatMap(failuresOf),
  };
}

/**
 * What failed in a file, to stand at the end, where it is found.
 * @param {{ name: string, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }} file
 */
function failuresOf({ name, status, message, assertionResults }) {
  const tests = assertionResults.filter((one) => one.status === 'failed');
  if (status === 'failed' && tests.length === 0) return [`FAILED ${name}\n${message}`];
  return tests.map(
    ({ fullName, failureMessages }) => `FAILED ${name} ${fullName}\n${failureMessages.join('\n')}`,
  );
}

/** @param {string} report */
function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
  }
}
