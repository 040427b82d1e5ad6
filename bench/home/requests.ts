import { setTimeout as delay } from 'node:timers/promises';
import type { Kshot } from './kshot.js';

interface Created {
  readonly created: { readonly id: string };
}

/** Sends a file; gives the upload's id. */
export async function uploaded(kshot: Kshot, fileName: string, content: Uint8Array): Promise<string> {
  const { created } = await kshot.ask<{ created: { id: string; url: string } }>(
    'mutation ($input: CreateUploadInput!) { created: createUpload(input: $input) { id url } }',
    { input: { fileName, bytes: content.length } },
  );
  await fetch(kshot.api + created.url, { method: 'PUT', body: new Uint8Array(content) });
  return created.id;
}

/** Imports a file; gives the id of its version, once that is ready. */
export async function imported(kshot: Kshot, fileName: string, content: Uint8Array): Promise<string> {
  const uploadId = await uploaded(kshot, fileName, content);
  const { created } = await kshot.ask<Created>(
    'mutation ($input: ImportDataSetInput!) { created: importDataSet(input: $input) { id } }',
    { input: { uploadId, name: `bench ${fileName}` } },
  );
  await ended(kshot, `dataSetVersion(id: "${created.id}") { status failure { message } }`, 'READY');
  return created.id;
}

/** Starts a run by a mutation and its input; gives its id. */
export async function startRun(
  kshot: Kshot,
  technique: 'Pretraining' | 'Transfer',
  input: object,
): Promise<string> {
  const { created } = await kshot.ask<Created>(
    `mutation ($input: Start${technique}Input!) { created: start${technique}(input: $input) { id } }`,
    { input },
  );
  return created.id;
}

/** Trains; gives the id of the model. */
export async function trained(...started: Parameters<typeof startRun>): Promise<string> {
  return modelOf(started[0], await startRun(...started));
}

/** The id of the model of a run, once that is done. */
export async function modelOf(kshot: Kshot, id: string): Promise<string> {
  await ended(kshot, `run(id: "${id}") { status failure { message } }`, 'DONE');
  const { run } = await kshot.ask<{ run: { models: { id: string }[] } }>(
    `{ run(id: "${id}") { models { id } } }`,
  );
  return run.models[0]?.id ?? '';
}

/** Waits until a field with a status has the wanted one. Throws with the message of its failure. */
export async function ended(kshot: Kshot, field: string, wanted: 'READY' | 'DONE'): Promise<void> {
  for (;;) {
    const { it } = await kshot.ask<{ it: { status: string; failure?: { message: string } } }>(
      `{ it: ${field} }`,
    );
    if (it.status === wanted) return;
    if (it.status === 'FAILED') throw new Error(it.failure?.message ?? 'It failed.');
    await delay(50);
  }
}

/** Waits until nothing is worked on. */
export async function atRest({ ask }: Kshot): Promise<void> {
  for (;;) {
    const { runs } = await ask<{ runs: { totalCount: number } }>(
      '{ runs(filter: { status: [QUEUED, RUNNING] }) { totalCount } }',
    );
    if (runs.totalCount === 0) return;
    await delay(200);
  }
}
