import { queueTasks } from '@kshot/store';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { kinds } from '../../apps/worker/src/kinds/kinds.js';
import { newStore } from '../harness/template-database.js';

test('a new kind of work adds its row: its subject follows its task from then on', async () => {
  const { pool } = await newStore();
  await pool.query(
    `create table chore (id uuid primary key, project_id uuid, person_id uuid, status "TaskStatus", started_at timestamptz,
       ended_at timestamptz)`,
  );
  await pool.query(
    `insert into task_kind (kind, table_name, timed, topic) values ('chore', 'chore', true, 'chore')`,
  );
  const subject = v7();
  await pool.query('insert into chore (id) values ($1)', [subject]);
  await queueTasks(pool, [{ kind: 'chore', subject, part: 0 }]);
  await pool.query(`update task set status = 'DONE', ended_at = now() where subject = $1`, [subject]);
  const { rows } = await pool.query('select status, ended_at from chore');
  expect(rows).toEqual([{ status: 'DONE', ended_at: expect.any(Date) }]);
});

test('every kind that a worker does is known to the trigger', async () => {
  const { pool } = await newStore();
  const { rows } = await pool.query<{ kind: string }>('select kind from task_kind');
  expect(rows.map(({ kind }) => kind).sort()).toEqual(kinds.map(({ name }) => name).sort());
});
