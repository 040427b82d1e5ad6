import { expect, test } from 'vitest';
import { newLog } from './log.js';
import { inLogContext } from './log-context.js';

function logged(format: 'json' | 'text', say: (log: ReturnType<typeof newLog>) => void): string {
  const lines: string[] = [];
  say(newLog({ level: 'info', format }, { write: (line) => void lines.push(line) }));
  return lines.join('');
}

test('a line has the ids of what is being worked on', async () => {
  const text = await inLogContext({ task: 't1', subject: 'r1', kind: 'run' }, async () => {
    await Promise.resolve();
    return logged('json', (log) => log.info('begun'));
  });
  expect(JSON.parse(text)).toMatchObject({ level: 30, task: 't1', subject: 'r1', kind: 'run', msg: 'begun' });
});

test('of an error its code, its kind and its place in the code are logged, and no text of a user', () => {
  const cause = new SyntaxError(`Unexpected token 'h', "his secret" is not valid JSON`);
  const error = Object.assign(
    new Error("ENOENT: no such file or directory, open '/home/ada/his secret.csv'"),
    {
      code: 'ENOENT',
      cause,
      detail: 'Key (name)=(his secret) already exists.',
    },
  );
  const text = logged('json', (log) => log.error({ err: error }, 'it failed'));
  expect(text).not.toMatch(/secret|ada/);
  expect(JSON.parse(text)).toMatchObject({
    level: 50,
    msg: 'it failed',
    err: {
      type: 'Error',
      code: 'ENOENT',
      message: 'ENOENT: no such file or directory, open "…"',
      stack: expect.stringContaining('log.test.ts'),
      cause: { type: 'SyntaxError' },
    },
  });
});

test('a path or a value without quotes is left out too', () => {
  const text = logged('json', (log) =>
    log.error({ err: new Error('cannot open /home/ada/x.csv: denied') }, ''),
  );
  expect(text).not.toContain('ada/x');
});

test('for people a line is what happened; what is wrong says so, with the time', () => {
  expect(logged('text', (log) => log.info('ready'))).toBe('ready\n');
  expect(logged('text', (log) => log.warn({ table: 'run' }, 'odd'))).toMatch(
    /^\d\d:\d\d:\d\d warning: odd table="run"\n$/,
  );
});

test('what is below the level is not logged', () => {
  expect(logged('json', (log) => log.debug('each request'))).toBe('');
});
