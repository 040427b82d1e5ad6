// npm test: sets up, runs every suite or the named files, ends in one line that adds them up.
import { spawn } from 'node:child_process';
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
const report = path.join(dir, 'report.json');
const args = [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...(unit ? ['unit', 'maths', 'native'].map((name) => `--project=${name}`) : []),
  ...filters,
];
const child = spawn('npx', args, {
  stdio: 'inherit',
  env: { ...process.env, ...(browser ? { CHROME_PATH: browser } : {}) },
});
child.once('exit', (code) => {
  const { numPassedTests, numFailedTests, numPendingTests } = readReport();
  rmSync(dir, { recursive: true, force: true });
  const failed = numFailedTests + (code !== 0 && numFailedTests === 0 ? 1 : 0); // a suite that does not load counts
  console.log(
    `${numPassedTests} passed, ${failed} failed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''}`,
  );
  process.exit(code === 0 && numPassedTests > 0 ? 0 : 1);
});

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
  }
}
