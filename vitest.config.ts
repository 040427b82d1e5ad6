import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './tools/find-browser.mjs';

const dashboard = fileURLToPath(new URL('apps/dashboard/', import.meta.url));
const executablePath = findBrowser();
const prepared = 'test/harness/systems/prepared-database.ts';

export default defineConfig({
  resolve: { conditions: ['source'], alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Several systems share two cores: what is waited for may take a while.
    expect: { poll: { timeout: 120_000 } },
    projects: [
      {
        extends: true,
        // These share what they import: loading it again for each file takes longer than the tests.
        test: {
          name: 'unit',
          include: ['{libs/{device,domain,ingest,store},apps,tools}/**/*.test.ts'],
          testTimeout: 300_000,
          isolate: false,
        },
      },
      {
        extends: true,
        // All of it by TensorFlow's backend "cpu".
        test: {
          name: 'maths',
          include: ['libs/fewshot/**/*.test.ts'],
          testTimeout: 300_000,
          isolate: false,
        },
      },
      {
        extends: true,
        // TensorFlow's backend is one for a process, and these choose between several.
        test: { name: 'native', include: ['libs/native/**/*.test.ts'], testTimeout: 300_000 },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['test/database/**/*.test.ts'],
          globalSetup: ['test/harness/database-server.ts'],
          testTimeout: 300_000,
          isolate: false,
        },
      },
      {
        extends: true,
        resolve: { alias: { '@': `${dashboard}src` } },
        css: { postcss: dashboard },
        define: { 'process.env': {} },
        test: {
          name: 'components',
          include: ['apps/dashboard/test/**/*.test.tsx'],
          testTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['test/{api,dashboard}/**/*.test.ts'],
          exclude: ['**/*.own.test.ts'],
          globalSetup: [prepared, 'test/harness/systems/shared-systems.ts'],
          isolate: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // These start a Kshot of their own, to kill it or for its settings, and mostly wait.
        extends: true,
        test: {
          name: 'own',
          include: ['test/{worker,start}/**/*.test.ts', 'test/**/*.own.test.ts'],
          globalSetup: [prepared],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // Files are planted here: one file after the other.
        extends: true,
        test: {
          name: 'alone',
          include: ['test/guards/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
