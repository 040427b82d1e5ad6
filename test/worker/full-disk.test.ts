import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, until } from '../harness/ask.js';
import { type OwnDisk, ownDisk } from '../harness/chaos/own-disk.js';
import { example, imported, upload } from '../harness/data-sets.js';
import { type OwnKshot, startKshot } from '../harness/kshot.js';
import { type RunState, runEnded, runUntil, startRun } from '../harness/runs.js';

const disk = ownDisk() as OwnDisk; // null where none may be mounted: then nothing below runs
const OPTIONS = { epochs: 60, seed: 5 };

describe.skipIf(!disk)('while the disk is full', () => {
  let kshot: OwnKshot;
  let versionId: string;
  let undisturbed: RunState;
  let uploadId: string;
  beforeAll(async () => {
    kshot = await startKshot({ KSHOT_CHECKPOINT_SECONDS: '0.2' }, disk.dir);
    const digits = example('digits8x8.csv');
    versionId = (await imported(kshot, 'digits8x8.csv', digits)).id;
    undisturbed = await runEnded(kshot, await startRun(kshot, versionId, OPTIONS));
    uploadId = await upload(kshot, 'digits8x8.csv', digits);
  });
  afterAll(async () => {
    await kshot?.stop();
    disk.remove();
  });

  test('a run goes on without checkpoints and waits with what it has to store; its model is the one of an undisturbed run', async () => {
    const id = await startRun(kshot, versionId, OPTIONS);
    await runUntil(kshot, id, ({ progress }) => (progress?.step ?? 0) > 0);
    disk.fill();
    // What is full first depends on where PostgreSQL stands within its last page: then metrics wait, and the run with them.
    await expect
      .poll(() => kshot.output(), { timeout: 120_000 })
      .toMatch(/a result waits for room|could not extend file/);
    disk.free();
    const run = await runEnded(kshot, id);
    expect([run.status, run.models[0]?.hash]).toEqual(['DONE', undisturbed.models[0]?.hash]);
  });

  test('an upload is refused with what to do, and goes on where it stopped once there is room', async () => {
    const bytes = Buffer.alloc(3 * 1024 ** 2, 'a,b\n');
    const { createUpload } = await kshot.ask<{ createUpload: { url: string } }>(
      'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { url } }',
      { input: { fileName: 'a.csv', bytes: bytes.length } },
    );
    const url = kshot.api + createUpload.url;
    disk.fill();
    const refused = await fetch(url, { method: 'PUT', body: bytes });
    expect([refused.status, (await refused.json()).error.code]).toEqual([507, 'DISK_FULL']);
    disk.free();
    const arrived = Number((await fetch(url, { method: 'HEAD' })).headers.get('upload-offset'));
    const rest = await fetch(url, {
      method: 'PATCH',
      body: bytes.subarray(arrived),
      headers: { 'upload-offset': String(arrived) },
    });
    expect(rest.status).toBe(204);
  });

  test('an import fails as DISK_FULL and its file can be imported again', async () => {
    const start = () =>
      kshot.ask<{ importDataSet: { id: string } }>(
        'mutation ($input: ImportDataSetInput!) { importDataSet(input: $input) { id } }',
        { input: { uploadId, name: 'Digits again' } },
      );
    disk.fill();
    const failed = start().then(async ({ importDataSet: { id } }) => {
      const look = async () => {
        const { v } = await kshot.ask<{ v: { status: string; failure: { code: string } } }>(
          'query ($id: ID!) { v: dataSetVersion(id: $id) { status failure { code } } }',
          { id },
        );
        return v;
      };
      return (await until(look, ({ status }) => status === 'FAILED')).failure.code;
    });
    expect(await failed.catch(async (error) => (await refusal(Promise.reject(error))).code)).toBe(
      'DISK_FULL',
    );
    disk.free();
    expect((await start()).importDataSet.id).toBeTruthy();
  });
});
