import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readServerSettings, settingNames, unknownSettings } from './server-settings.js';

test('.env.example has every setting, and no other', () => {
  const example = readFileSync(path.resolve('.env.example'), 'utf8');
  const named = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name as string);
  const ofCompose = new Set(['POSTGRES_PASSWORD']);
  const ours = new Set(named.filter((name) => !ofCompose.has(name)));
  expect([...ours].sort()).toEqual([...settingNames].sort());
});

test('what is left out or empty has its default', () => {
  expect(readServerSettings({ KSHOT_TOKEN: '', KSHOT_ALLOWED_HOSTS: '' })).toMatchObject({
    port: 4400,
    host: '127.0.0.1',
    token: undefined,
    hosts: [],
    origins: ['http://127.0.0.1:4401', 'http://localhost:4401'],
  });
});

test.each([
  ['KSHOT_API_PORT', 'http', 'KSHOT_API_PORT must be a port from 0 to 65535. Correct it, or leave it out.'],
  ['KSHOT_API_PORT', '70000', 'KSHOT_API_PORT must be a port from 0'],
  ['KSHOT_TASK_MEMORY_BYTES', '8 GiB', 'KSHOT_TASK_MEMORY_BYTES must be a number of bytes above 0'],
  ['KSHOT_CHECKPOINT_SECONDS', '-1', 'KSHOT_CHECKPOINT_SECONDS must be a number of seconds above 0'],
  ['KSHOT_DASHBOARD_ORIGIN', 'localhost', 'KSHOT_DASHBOARD_ORIGIN must be origins such as'],
  ['KSHOT_BASE_PATH', 'kshot/', 'KSHOT_BASE_PATH must be a path such as /kshot'],
  ['KSHOT_KEEP_PREDICTIONS_DAYS', '0', 'KSHOT_KEEP_PREDICTIONS_DAYS must be a number of days above 0'],
  ['KSHOT_NATIVE', 'no', 'KSHOT_NATIVE must be on or off'],
])('%s=%s is refused by its name', (name, value, message) => {
  expect(() => readServerSettings({ [name]: value })).toThrow(message);
});

test('a wrong address of the database is refused without showing it', () => {
  const read = () => readServerSettings({ DATABASE_URL: 'mysql://kshot:secret@db' });
  expect(read).toThrow('DATABASE_URL must be');
  expect(read).not.toThrow('secret');
});

test('of several wrong values each has a line', () => {
  const read = () => readServerSettings({ KSHOT_API_PORT: 'a', KSHOT_NATIVE: 'b' });
  expect(read).toThrow(/^KSHOT_API_PORT .*\nKSHOT_NATIVE .*$/);
});

test('a name with a slip is named; other programs have names of their own', () => {
  expect(unknownSettings({ KSHOT_PORT: '1', PORT: '2', KSHOT_HOST: '::1' })).toEqual([
    'There is no setting KSHOT_PORT. Remove it, or take its name from .env.example.',
  ]);
});
