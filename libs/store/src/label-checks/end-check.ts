import { type Failure, type Finding, type LabelCheckReport, maximumAttempts } from '@kshot/domain';
import type pg from 'pg';
import { v7 } from 'uuid';
import { notify } from '../changes/notify.js';

const held = `id = $1 and attempt = $2 and status = 'RUNNING'`;

/** Ends a check with all that it found, in one transaction; false, and nothing done, when the attempt is not the present one. */
export async function finishCheck(
  pool: pg.Pool,
  id: string,
  attempt: number,
  { report, findings }: { readonly report: LabelCheckReport; readonly findings: readonly Finding[] },
): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rowCount } = await client.query(
      `update label_check set status = 'DONE', ended_at = now(), lease_until = null, progress = null, report = $3 where ${held}`,
      [id, attempt, JSON.stringify(report)],
    );
    if (rowCount === 1) {
      const column = <K extends keyof Finding>(name: K) => findings.map((finding) => finding[name]);
      await client.query(
        `insert into finding (id, check_id, position, kind, example_index, other_index, suggested_class, confidence, probability, similarity)
         select f.id, $1, f.place - 1, f.kind::"FindingKind", f.example, f.other, f.suggested, f.confidence, f.probability, f.similarity
         from unnest($2::uuid[], $3::text[], $4::int[], $5::int[], $6::int[], $7::float8[], $8::float8[], $9::float8[])
           with ordinality as f(id, kind, example, other, suggested, confidence, probability, similarity, place)`,
        [
          id,
          findings.map(() => v7()),
          column('kind'),
          column('exampleIndex'),
          column('otherIndex'),
          column('suggestedClass'),
          column('confidence'),
          column('probability'),
          column('similarity'),
        ],
      );
      await notify(client, { topic: 'check', id });
    }
    await client.query('commit');
    return rowCount === 1;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

export async function failCheck(pool: pg.Pool, id: string, attempt: number, failure: Failure): Promise<void> {
  await pool.query(
    `update label_check set status = 'FAILED', ended_at = now(), lease_until = null, failure_code = $3, failure_message = $4
     where ${held}`,
    [id, attempt, failure.code, failure.message],
  );
  await notify(pool, { topic: 'check', id });
}

/** Cancels a check: its worker loses it. False when it has ended. */
export async function cancelCheck(pool: pg.Pool, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update label_check set status = 'CANCELLED', ended_at = now(), lease_until = null, progress = null
     where id = $1 and status in ('QUEUED', 'RUNNING')`,
    [id],
  );
  await notify(pool, { topic: 'cancel', id });
  await notify(pool, { topic: 'check', id });
  return rowCount === 1;
}

/** Checks whose worker was lost, and those that nobody took for a minute: queued again, or failed when that happened too often. */
export async function reclaimChecks(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string; status: string }>(
    `update label_check set lease_until = case when status = 'QUEUED' then now() + interval '60 seconds' end,
       status = case when status = 'RUNNING' and attempt >= $1 then 'FAILED' else 'QUEUED' end::"RunStatus",
       ended_at = case when status = 'RUNNING' and attempt >= $1 then now() end,
       failure_code = case when status = 'RUNNING' and attempt >= $1 then 'WORKER_LOST' end,
       failure_message = case when status = 'RUNNING' and attempt >= $1
         then 'The worker was lost ' || attempt || ' times. Look at its log, then start the check again.' end
     where (status = 'RUNNING' and lease_until < now())
       or (status = 'QUEUED' and coalesce(lease_until, created_at + interval '60 seconds') < now())
     returning id, status`,
    [maximumAttempts],
  );
  for (const { id } of rows) await notify(pool, { topic: 'check', id });
  return rows.filter(({ status }) => status === 'QUEUED').map(({ id }) => id);
}
