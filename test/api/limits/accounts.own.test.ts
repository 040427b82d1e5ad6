import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addPerson,
  firstAccount,
  newKey,
  PASSWORD,
  session,
  signedIn,
  statusFor,
  updatePerson,
} from '../../harness/accounts.js';
import { type Ask, asker, refusal } from '../../harness/ask.js';
import { type Kshot, startKshot } from '../../harness/kshot.js';

let kshot: Kshot;
let ada: Ask;
let adaId: string;
beforeAll(async () => {
  kshot = await startKshot();
});
afterAll(() => kshot.stop());

const DELETE_RUN = `mutation { deleteRun(id: "019ab0c0-0000-7000-8000-000000000000") }`;
const READ = '{ server { version } }';

test('without accounts everybody on this machine may do everything; the first account is an administrator', async () => {
  const { viewer } = await kshot.ask<{ viewer: object }>('{ viewer { kind scopes } }');
  expect(viewer).toEqual({ kind: 'LOCAL', scopes: ['READ', 'PREDICT', 'TRAIN', 'ADMIN'] });
  expect(await refusal(addPerson(kshot.ask, 'ada@example.org', 'VIEWER'))).toMatchObject({
    code: 'BAD_INPUT',
  });
  ({ id: adaId, ask: ada } = await firstAccount(kshot));
  expect((await refusal(kshot.ask(READ))).code).toBe('UNAUTHENTICATED');
  expect(await ada('{ viewer { kind name role } }')).toEqual({
    viewer: { kind: 'PERSON', name: 'Ada', role: 'ADMIN' },
  });
});

describe('people', () => {
  test('a wrong password and an unknown address are answered alike', async () => {
    const answers = await Promise.all(
      [
        { email: 'ada@example.org', password: 'wrong' },
        { email: 'nobody@example.org', password: 'wrong' },
      ].map(async (body) => (await session(kshot, body)).json()),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
  });

  test('a viewer looks and asks, an editor makes, neither administers', async () => {
    await addPerson(ada, 'vera@example.org', 'VIEWER');
    await addPerson(ada, 'ed@example.org', 'EDITOR');
    const vera = asker(kshot.api, await signedIn(kshot, 'vera@example.org'));
    const ed = asker(kshot.api, await signedIn(kshot, 'ed@example.org'));
    await vera(READ);
    expect(await refusal(vera(DELETE_RUN))).toEqual({
      code: 'FORBIDDEN',
      message:
        'Your role (viewer) may not make or change anything. Ask an administrator for the role editor.',
    });
    expect((await refusal(ed(DELETE_RUN))).code).toBe('NOT_FOUND');
    for (const ask of [vera, ed])
      expect((await refusal(ask('{ people { totalCount } }'))).code).toBe('FORBIDDEN');
  });

  test('an address is taken once', async () => {
    await addPerson(ada, 'twice@example.org', 'VIEWER');
    expect((await refusal(addPerson(ada, 'TWICE@example.org', 'EDITOR'))).code).toBe('CONFLICT');
  });

  test('a locked account has neither sessions nor keys any more', async () => {
    const id = await addPerson(ada, 'lola@example.org', 'EDITOR');
    const token = await signedIn(kshot, 'lola@example.org');
    const { secret } = await newKey(asker(kshot.api, token), ['READ']);
    await updatePerson(ada, { id, disabled: true });
    for (const shown of [token, secret]) expect(await statusFor(kshot, shown, '/session')).toBe(401);
    expect((await session(kshot, { email: 'lola@example.org', password: PASSWORD })).status).toBe(401);
  });

  test('a new password ends the sessions of its account', async () => {
    const id = await addPerson(ada, 'pat@example.org', 'VIEWER');
    const token = await signedIn(kshot, 'pat@example.org');
    await updatePerson(ada, { id, password: 'another good one' });
    expect(await statusFor(kshot, token, '/session')).toBe(401);
    await signedIn(kshot, 'pat@example.org', 'another good one');
  });

  test('one’s own password is changed by who knows it', async () => {
    await addPerson(ada, 'own@example.org', 'VIEWER');
    const own = asker(kshot.api, await signedIn(kshot, 'own@example.org'));
    const change = (before: string) =>
      own('mutation ($a: String!, $b: String!) { changePassword(before: $a, next: $b) }', {
        a: before,
        b: 'a password of mine',
      });
    expect((await refusal(change('wrong'))).code).toBe('UNAUTHENTICATED');
    await change(PASSWORD);
    await signedIn(kshot, 'own@example.org', 'a password of mine');
  });

  test('the last administrator stays', async () => {
    for (const input of [{ role: 'EDITOR' }, { disabled: true }])
      expect((await refusal(updatePerson(ada, { id: adaId, ...input }))).code).toBe('CONFLICT');
    expect((await refusal(ada(`mutation { deletePerson(id: "${adaId}") }`))).code).toBe('CONFLICT');
  });

  test('whoever signs out is out', async () => {
    const token = await signedIn(kshot, 'ada@example.org');
    expect(await statusFor(kshot, token, '/session', { method: 'DELETE' })).toBe(204);
    expect(await statusFor(kshot, token, '/session')).toBe(401);
  });
});

describe('the log', () => {
  type Entry = { action: string; actorName: string; outcome: string; subjects: string[] };
  const entries = async (action: string): Promise<Entry[]> => {
    const { auditLog } = await ada<{ auditLog: { nodes: Entry[] } }>(
      'query ($action: String!) { auditLog(filter: { action: $action }) { nodes { action actorName outcome subjects } } }',
      { action },
    );
    return auditLog.nodes;
  };

  test('says who did what, and what was refused', async () => {
    await refusal(ada(`mutation { deletePerson(id: "${adaId}") }`));
    await session(kshot, { email: 'ada@example.org', password: 'wrong horse' });
    const [last] = await entries('deletePerson');
    expect(last).toEqual({
      action: 'deletePerson',
      actorName: 'Ada',
      outcome: 'CONFLICT',
      subjects: [adaId],
    });
    expect((await entries('deleteRun')).map(({ outcome }) => outcome)).toContain('FORBIDDEN');
    expect((await entries('signIn')).map(({ outcome }) => outcome)).toContain('UNAUTHENTICATED');
  });

  test('is only ever added to', async () => {
    for (const change of [`update audit_entry set outcome = 'OK'`, 'delete from audit_entry'])
      await expect(kshot.pool.query(change)).rejects.toThrow('only ever added');
  });

  test('comes as CSV', async () => {
    const token = await signedIn(kshot, 'ada@example.org');
    const response = await fetch(`${kshot.api}/files/audit-log.csv`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(await response.text()).toMatch(/^at,actor,kind,account,action,outcome,ids\n\d{4}-/);
  });

  test('holds no password', async () => {
    const { rows } = await kshot.pool.query('select audit_entry::text as kept from audit_entry');
    expect(rows.filter(({ kept }) => kept.includes('horse') || kept.includes('good one'))).toEqual([]);
  });
});
