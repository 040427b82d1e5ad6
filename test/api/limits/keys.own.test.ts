import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addPerson,
  firstAccount,
  newKey,
  signedIn,
  statusFor,
  updatePerson,
} from '../../harness/accounts.js';
import { type Ask, asker, refusal } from '../../harness/ask.js';
import { type Kshot, startKshot } from '../../harness/kshot.js';
import { openSocket } from '../../harness/open-socket.js';

let kshot: Kshot;
let ada: Ask;
let adaId: string;
beforeAll(async () => {
  kshot = await startKshot();
  ({ id: adaId, ask: ada } = await firstAccount(kshot));
  await addPerson(ada, 'vera@example.org', 'VIEWER');
});
afterAll(() => kshot.stop());

const DELETE_RUN = `mutation { deleteRun(id: "019ab0c0-0000-7000-8000-000000000000") }`;
const READ = '{ server { version } }';

describe('keys', () => {
  test('do what their scopes say, over HTTP, for files and at /v1', async () => {
    const predicts = (await newKey(ada, ['PREDICT'])).secret;
    const reads = (await newKey(ada, ['READ'])).secret;
    expect((await refusal(asker(kshot.api, predicts)(READ))).code).toBe('FORBIDDEN');
    expect(await statusFor(kshot, predicts, '/files/models/x.zip')).toBe(403);
    expect(await statusFor(kshot, predicts, '/metrics')).toBe(403);
    expect(await statusFor(kshot, predicts, '/v1/models/x:predict', { method: 'POST' })).toBe(404);
    expect(await statusFor(kshot, reads, '/v1/models/x:predict', { method: 'POST' })).toBe(403);
    expect(await statusFor(kshot, reads, '/uploads/x', { method: 'PUT', body: 'a' })).toBe(403);
    expect(await statusFor(kshot, reads, '/files/models/x.zip')).toBe(404);
    expect(await statusFor(kshot, reads, '/files/audit-log.csv')).toBe(403);
    await asker(kshot.api, reads)(READ);
  });

  test('may do no more than who makes them, nor than their owner by now', async () => {
    const id = await addPerson(ada, 'max@example.org', 'EDITOR');
    const max = asker(kshot.api, await signedIn(kshot, 'max@example.org'));
    expect((await refusal(newKey(max, ['ADMIN']))).code).toBe('FORBIDDEN');
    const trains = asker(kshot.api, (await newKey(max, ['TRAIN'])).secret);
    expect((await refusal(trains(DELETE_RUN))).code).toBe('NOT_FOUND');
    await updatePerson(ada, { id, role: 'VIEWER' });
    expect((await refusal(trains(DELETE_RUN))).code).toBe('FORBIDDEN');
  });

  test('upload what they are to train on, with the scheme in any case', async () => {
    const { secret } = await newKey(ada, ['TRAIN']);
    const upload = 'mutation { createUpload(input: { fileName: "a.csv", bytes: 1 }) { id } }';
    const answer = await fetch(`${kshot.api}/graphql`, {
      method: 'POST',
      headers: { authorization: `bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: upload }),
    });
    expect((await answer.json()).errors).toBeUndefined();
  });

  test('make no keys and end no others, so that nothing outlives them', async () => {
    const [one, other] = [await newKey(ada, ['READ', 'TRAIN', 'ADMIN']), await newKey(ada, ['READ'])];
    const key = asker(kshot.api, one.secret);
    expect((await refusal(newKey(key, ['READ']))).message).toContain('A key makes no keys');
    const revoke = (id: string) => key(`mutation { revokeApiKey(id: "${id}") { revokedAt } }`);
    expect((await refusal(revoke(other.key.id))).code).toBe('FORBIDDEN');
    await revoke(one.key.id);
    expect(await statusFor(kshot, one.secret, '/session')).toBe(401);
  });

  test('end when they are revoked, and when their time is over', async () => {
    const { secret, key } = await newKey(ada, ['READ']);
    await ada(`mutation { revokeApiKey(id: "${key.id}") { revokedAt } }`);
    expect(await statusFor(kshot, secret, '/session')).toBe(401);
    const soon = await newKey(ada, ['READ'], { expiresAt: new Date(Date.now() + 3600_000).toISOString() });
    expect(await statusFor(kshot, soon.secret, '/session')).toBe(200);
    await kshot.pool.query(`update credential set expires_at = now() - interval '1 s' where id = $1`, [
      soon.key.id,
    ]);
    expect(await statusFor(kshot, soon.secret, '/session')).toBe(401);
  });

  test('ask together for no more values within a minute than their owner may, over HTTP and sockets', async () => {
    const cheap = await startKshot({ KSHOT_COST_PER_MINUTE: '40000' });
    try {
      const { ask } = await firstAccount(cheap);
      const [one, other] = [await newKey(ask, ['READ']), await newKey(ask, ['READ'])];
      const dear = '{ runs(first: 100) { nodes { id name models { id classes tags layers { name } } } } }';
      let asked = 0;
      const told = async (): Promise<string> => {
        for (; asked < 20; asked++) {
          const { secret } = asked % 2 ? one : other;
          const found = await asker(cheap.api, secret)(dear).catch(({ code }) => code);
          if (typeof found === 'string') return found;
        }
        return 'answered';
      };
      expect(await told()).toBe('OVERLOADED');
      expect(asked).toBeGreaterThan(0);
      const socket = await openSocket(cheap.api, { token: one.secret });
      socket.send({ id: '1', type: 'subscribe', payload: { query: dear } });
      expect(await socket.next()).toMatchObject({
        type: 'error',
        payload: [{ message: expect.stringContaining('40000 values'), extensions: { code: 'OVERLOADED' } }],
      });
      socket.close();
    } finally {
      await cheap.stop();
    }
  });

  test('send no more requests within a minute than they may, each for itself', async () => {
    const few = (await newKey(ada, ['READ'], { requestsPerMinute: 2 })).secret;
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push(await statusFor(kshot, few, '/session'));
    expect(statuses).toEqual([200, 200, 429]);
    const other = (await newKey(ada, ['READ'], { requestsPerMinute: 2 })).secret;
    const answer = await fetch(`${kshot.api}/session`, { headers: { authorization: `Bearer ${few}` } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await answer.json()).error).toEqual({
      code: 'OVERLOADED',
      message: expect.stringContaining('2 requests within a minute'),
    });
    expect((await refusal(asker(kshot.api, few)(READ))).code).toBe('OVERLOADED');
    expect(await statusFor(kshot, other, '/session')).toBe(200);
  });

  test('are kept as digests', async () => {
    const { secret } = await newKey(ada, ['READ']);
    const { rows } = await kshot.pool.query('select credential::text as kept from credential');
    expect(rows.some(({ kept }) => kept.includes(secret))).toBe(false);
  });

  test('of others are revoked by administrators only', async () => {
    const { key } = await newKey(ada, ['READ']);
    const vera = asker(kshot.api, await signedIn(kshot, 'vera@example.org'));
    const revoke = `mutation { revokeApiKey(id: "${key.id}") { id } }`;
    expect((await refusal(vera(revoke))).code).toBe('FORBIDDEN');
  });
});

describe('sockets', () => {
  const ask = { id: '1', type: 'subscribe', payload: { query: READ } };

  test('open with a ticket, and answer who may still come in', async () => {
    const token = await signedIn(kshot, 'ada@example.org');
    const response = await fetch(`${kshot.api}/ticket`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    const { ticket } = (await response.json()) as { ticket: string };
    const socket = await openSocket(kshot.api, { ticket });
    socket.send(ask);
    expect(await socket.next()).toMatchObject({ type: 'next', payload: { data: { server: {} } } });
    await socket.next();
    await statusFor(kshot, token, '/session', { method: 'DELETE' });
    socket.send({ ...ask, id: '2' });
    expect(await socket.next()).toMatchObject({ closed: 4403 });
  });

  test('close at once when their key is revoked, or their account locked', async () => {
    const id = await addPerson(ada, 'lea@example.org', 'EDITOR');
    const token = await signedIn(kshot, 'lea@example.org');
    const { secret, key } = await newKey(ada, ['READ']);
    const [program, lea] = [
      await openSocket(kshot.api, { token: secret }),
      await openSocket(kshot.api, { token }),
    ];
    await ada(`mutation { revokeApiKey(id: "${key.id}") { revokedAt } }`);
    await updatePerson(ada, { id, disabled: true });
    expect(await program.next()).toEqual({ closed: 4403 });
    expect(await lea.next()).toEqual({ closed: 4403 });
  });

  test('do not open for nobody, or with a ticket of somebody else’s making', async () => {
    const made = `${Date.now() + 1000}.${adaId}.${'0'.repeat(64)}`;
    for (const payload of [{}, { ticket: made }, { token: 'wrong' }])
      await expect(openSocket(kshot.api, payload)).rejects.toThrow('closed');
  });
});
