import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { until } from './ask.js';
import { type Kshot, root } from './kshot.js';

export const example = (file: string): Buffer => readFileSync(path.join(root, 'examples/data', file));

/** Twelve classes of the shipped drawings: all 115 take seconds to read. */
export function drawings(): Buffer {
  const some = /^(Greek|Hebrew|Latin)\/character(01|02|05|10)\//;
  return Buffer.from(
    zipSync(unzipSync(example('handwriting.zip'), { filter: ({ name }) => some.test(name) })),
  );
}

/** Announces a file and sends it; gives the upload's id. */
export async function upload(
  { api, ask, environment: { KSHOT_TOKEN } }: Kshot,
  fileName: string,
  content: Buffer | string,
): Promise<string> {
  const bytes = Buffer.from(content);
  const { createUpload } = await ask<{ createUpload: { id: string; url: string } }>(
    'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { id url } }',
    {
      input: { fileName, bytes: bytes.length },
    },
  );
  const response = await fetch(api + createUpload.url, {
    method: 'PUT',
    headers: KSHOT_TOKEN ? { authorization: `Bearer ${KSHOT_TOKEN}` } : {},
    body: new Uint8Array(bytes),
  });
  if (!response.ok) throw new Error(await response.text());
  return createUpload.id;
}

export interface ImportedVersion {
  readonly id: string;
  readonly status: string;
  readonly failure: { code: string; message: string } | null;
  readonly exampleCount: number;
  readonly classCount: number;
  readonly splits: { id: string; name: string; parts: { name: string; exampleCount: number }[] }[];
}

/** Brings a file in and waits until it is READY or FAILED. */
export async function imported(
  kshot: Kshot,
  fileName: string,
  content: Buffer | string,
  input: Record<string, unknown> = {},
): Promise<ImportedVersion> {
  const uploadId = await upload(kshot, fileName, content);
  const { importDataSet } = await kshot.ask<{ importDataSet: { id: string } }>(
    'mutation ($input: ImportDataSetInput!) { importDataSet(input: $input) { id } }',
    {
      input: { uploadId, name: `${fileName} ${Math.random()}`, ...input },
    },
  );
  const look = async () => {
    const { dataSetVersion } = await kshot.ask<{ dataSetVersion: ImportedVersion }>(
      `query ($id: ID!) { dataSetVersion(id: $id) { id status failure { code message } exampleCount classCount splits { id name parts { name exampleCount } } } }`,
      { id: importDataSet.id },
    );
    return dataSetVersion;
  };
  return until(look, ({ status }) => status !== 'IMPORTING');
}

/** A data set whose import a worker has that will say nothing. */
export async function stuckImport(kshot: Kshot, name: string): Promise<string> {
  const rows = Array.from({ length: 20 }, (_, i) => `${i},${i % 2 ? 'x' : 'y'}`);
  const uploadId = await upload(kshot, 'sizes.csv', `size,label\n${rows.join('\n')}\n`);
  const { rows: made } = await kshot.pool.query<{ id: string }>(
    `with made as (insert into data_set (id, name) values (gen_random_uuid(), $1) returning id),
       version as (
         insert into data_set_version (id, data_set_id, number, upload_hash, request)
         select gen_random_uuid(), made.id, 1, sha256, '{"fileName": "sizes.csv", "testShare": 0, "seed": 1}'
         from made, upload where upload.id = $2 returning id),
       held as (
         insert into task (id, kind, subject, status, attempt, lease_until)
         select gen_random_uuid(), 'import', id, 'RUNNING', 1, now() + interval '1 hour' from version)
     select id from made`,
    [name, uploadId],
  );
  return made[0]!.id;
}
