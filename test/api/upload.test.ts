import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Kshot, startKshot } from '../harness/kshot.js';

let kshot: Kshot;
beforeAll(async () => {
  kshot = await startKshot();
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
