import { existsSync } from 'node:fs';
import path from 'node:path';
import { readSeries } from '@kshot/store';
import type { Kshot } from '../kshot.js';

/** What an undisturbed run came to. */
export interface Expected {
  readonly modelHash: string;
  readonly steps: readonly number[];
  readonly values: readonly number[];
  readonly versionHash: string;
}

export async function lossOf(kshot: Kshot, runId: string): Promise<Pick<Expected, 'steps' | 'values'>> {
  const [loss] = await readSeries(kshot.pool, runId, { names: ['loss'] });
  return { steps: [...(loss?.steps ?? [])], values: [...(loss?.values ?? [])] };
}

/** Everything that must hold after whatever happened; a sentence for each violation. */
export async function violations(kshot: Kshot, expected: Expected): Promise<string[]> {
  return (
    await Promise.all([
      stuckTasks(kshot),
      wrongFailures(kshot),
      wrongModels(kshot, expected),
      wrongMetrics(kshot, expected),
      wrongVersions(kshot, expected),
      lostBlobs(kshot),
    ])
  ).flat();
}

const rowsOf = async <T extends object>({ pool }: Kshot, sql: string): Promise<T[]> =>
  (await pool.query<T>(sql)).rows;

const stuckTasks = async (kshot: Kshot): Promise<string[]> =>
  (
    await rowsOf<{ kind: string; status: string; id: string }>(
      kshot,
      `select kind, status, id from task where status in ('QUEUED', 'RUNNING')`,
    )
  ).map(({ kind, status, id }) => `The ${kind} task ${id} is ${status} still.`);

/** A task that was lost again and again may give up, and an import that found no room, which is sent again; nothing else may fail. */
const wrongFailures = async (kshot: Kshot): Promise<string[]> =>
  (
    await rowsOf<{ kind: string; code: string; message: string }>(
      kshot,
      `select kind, failure_code as code, failure_message as message from task
       where status = 'FAILED' and failure_code <> 'WORKER_LOST' and not (kind = 'import' and failure_code = 'DISK_FULL')`,
    )
  ).map(({ kind, code, message }) => `A ${kind} task failed with ${code}: ${message}`);

async function wrongModels(kshot: Kshot, { modelHash }: Expected): Promise<string[]> {
  const runs = await rowsOf<{ id: string; hashes: string[] | null }>(
    kshot,
    `select r.id, array_agg(m.hash) filter (where m.id is not null) as hashes from run r
     join task t on t.subject = r.id and t.status = 'DONE' left join model m on m.run_id = r.id group by r.id`,
  );
  return runs.flatMap(({ id, hashes }) =>
    hashes?.length === 1 && hashes[0] === modelHash
      ? []
      : [`Run ${id} has the models ${hashes?.join(', ') ?? 'none'}, not the one of an undisturbed run.`],
  );
}

async function wrongMetrics(kshot: Kshot, { steps, values }: Expected): Promise<string[]> {
  const runs = await rowsOf<{ id: string }>(
    kshot,
    `select r.id from run r join task t on t.subject = r.id and t.status = 'DONE'`,
  );
  const wrong: string[] = [];
  for (const { id } of runs) {
    const loss = await lossOf(kshot, id);
    const same =
      loss.steps.length === steps.length &&
      loss.steps.every((step, i) => step === steps[i] && loss.values[i] === values[i]);
    if (!same)
      wrong.push(`Run ${id} has ${loss.steps.length} losses, not the ${steps.length} of an undisturbed run.`);
  }
  return wrong;
}

const wrongVersions = async (kshot: Kshot, { versionHash }: Expected): Promise<string[]> =>
  (
    await rowsOf<{ id: string; hash: string }>(
      kshot,
      `select id, hash from data_set_version where status = 'READY'`,
    )
  ).flatMap(({ id, hash }) => (hash === versionHash ? [] : [`Version ${id} has another content: ${hash}.`]));

async function lostBlobs(kshot: Kshot): Promise<string[]> {
  const referred = await rowsOf<{ hash: string }>(
    kshot,
    `select hash from model union select hash from data_set_version where hash is not null
     union select upload_hash from data_set_version union select sha256 from upload where sha256 is not null
     union select c.hash from checkpoint c join task t on t.subject = c.run_id and t.status in ('QUEUED', 'RUNNING')`,
  );
  return referred
    .filter(({ hash }) => !existsSync(path.join(kshot.home, 'blobs', hash.slice(0, 2), hash)))
    .map(({ hash }) => `The blob ${hash} is lost.`);
}
