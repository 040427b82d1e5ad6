import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Kshot } from '../../harness/kshot.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
beforeAll(async () => {
  kshot = await takeKshot();
});
afterAll(() => kshot.stop());

interface Announced {
  readonly id: string;
  readonly url: string;
}
async function announced(bytes: number): Promise<Announced> {
  const { createUpload } = await kshot.ask<{ createUpload: Announced }>(
    'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { id url } }',
    { input: { fileName: 'x.csv', bytes } },
  );
  return createUpload;
}
async function put({ url }: Announced, body: string | Uint8Array<ArrayBuffer>) {
  const response = await fetch(kshot.api + url, { method: 'PUT', body });
  const text = await response.text();
  return {
    status: response.status,
    code: text === '' ? undefined : (JSON.parse(text) as { error: { code: string } }).error.code,
  };
}
const stored = async ({ id }: Announced): Promise<string | null> =>
  (await kshot.pool.query('select sha256 from upload where id = $1', [id])).rows[0].sha256;

test('a PUT of the wrong length leaves the same bytes of another upload alone', async () => {
  const body = 'a,label\n1,x\n2,y\n';
  const first = await announced(body.length);
  expect((await put(first, body)).status).toBe(204);
  const second = await announced(body.length + 1);
  expect(await put(second, body)).toEqual({ status: 400, code: 'UPLOAD_INCOMPLETE' });
  const { importDataSet } = await kshot.ask<{ importDataSet: { id: string } }>(
    'mutation ($input: ImportDataSetInput!) { importDataSet(input: $input) { id } }',
    { input: { uploadId: first.id, name: 'kept' } },
  );
  let status = 'IMPORTING';
  while (status === 'IMPORTING')
    ({ status } = (
      await kshot.pool.query('select status from data_set_version where id = $1', [importDataSet.id])
    ).rows[0]);
  expect(status).toBe('READY');
});

test('of two PUTs to one URL at once, one wins', async () => {
  const upload = await announced(2_000_000);
  const answers = await Promise.all(['a', 'b'].map((letter) => put(upload, Buffer.alloc(2_000_000, letter))));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
});

test('a file that is longer than announced is refused, and its URL takes the right one', async () => {
  const upload = await announced(10);
  expect((await put(upload, '0123456789a')).code).toBe('DATA_TOO_LARGE');
  expect(await stored(upload)).toBeNull();
  expect((await put(upload, '0123456789')).status).toBe(204);
});

/** Sends some bytes of a file and breaks the connection. */
function sendSome(url: string, total: number, some: Buffer): Promise<void> {
  const request = http.request(kshot.api + url, { method: 'PUT', headers: { 'content-length': total } });
  return new Promise((resolve) => {
    request.on('error', () => undefined).on('close', () => resolve());
    request.write(some, () => setTimeout(() => request.destroy(), 100));
  });
}

test('a file that broke off goes on where it stopped, and is whole', async () => {
  const content = randomBytes(300_000);
  const upload = await announced(content.length);
  await sendSome(upload.url, content.length, content.subarray(0, 100_000));
  const head = await fetch(kshot.api + upload.url, { method: 'HEAD' });
  const offset = Number(head.headers.get('upload-offset'));
  expect([head.status, offset]).toEqual([204, 100_000]);
  const answer = await fetch(kshot.api + upload.url, {
    method: 'PATCH',
    headers: { 'upload-offset': String(offset) },
    body: new Uint8Array(content.subarray(offset)),
  });
  expect(answer.status).toBe(204);
  expect(await stored(upload)).toBe(createHash('sha256').update(content).digest('hex'));
  const after = await fetch(kshot.api + upload.url, { method: 'HEAD' });
  expect(after.headers.get('upload-offset')).toBe('300000');
});

test('a file cannot go on behind what has arrived, or without saying where', async () => {
  const upload = await announced(10);
  const patch = async (headers: Record<string, string>) =>
    (await fetch(kshot.api + upload.url, { method: 'PATCH', headers, body: '56789' })).status;
  expect(await patch({ 'upload-offset': '5' })).toBe(409);
  expect(await patch({})).toBe(400);
  expect(await patch({ 'upload-offset': '-1' })).toBe(400);
  expect((await put(upload, '01234')).code).toBe('UPLOAD_INCOMPLETE');
  expect(await patch({ 'content-range': 'bytes 5-9/10' })).toBe(204);
});

test('what had arrived stays when a body that is too long follows, from the start or later', async () => {
  const upload = await announced(10);
  const arrived = async () =>
    (await fetch(kshot.api + upload.url, { method: 'HEAD' })).headers.get('upload-offset');
  expect((await put(upload, '01234')).code).toBe('UPLOAD_INCOMPLETE');
  const headers = { 'upload-offset': '5' };
  const long = await fetch(kshot.api + upload.url, { method: 'PATCH', headers, body: '56789 and more' });
  expect(long.status).toBe(413);
  expect(await arrived()).toBe('5');
  expect((await put(upload, '0123456789 and more')).code).toBe('DATA_TOO_LARGE');
  expect(await arrived()).toBe('5');
});
