import type pg from 'pg';
import { type HeldTask, LEASE_SECONDS } from './task.js';

/**
 * Takes a task of these kinds, or one of `quickKinds` that is quick; undefined when none may be taken. Of the projects in which one
 * waits, that with the fewest running ones comes first, then that which was served longest ago; within a project the task that has
 * waited longest. Tasks of people who have as many running ones as they may wait.
 */
export async function claimTask(
  pool: pg.Pool,
  kinds: readonly string[],
  worker: string,
  quickKinds: readonly string[] = [],
): Promise<HeldTask | undefined> {
  const { rows } = await pool.query<HeldTask>(
    `with busy as materialized (
       select project_id, person_id, count(*)::int as n from task where status = 'RUNNING' group by 1, 2),
     full_people as materialized (
       select p.id from person p join busy on busy.person_id = p.id where p.running_tasks is not null
       group by p.id having sum(busy.n) >= p.running_tasks),
     turns as materialized (
       select p.id from project p left join busy on busy.project_id = p.id
       group by p.id order by coalesce(sum(busy.n), 0), p.served_at nulls first, p.created_at, p.id),
     claimed as (
       update task set status = 'RUNNING', attempt = attempt + 1, worker = $2, progress = null, failure_code = null,
         failure_message = null, lease_until = now() + make_interval(secs => $3), started_at = coalesce(started_at, now())
       where id = (
         select next.id from turns cross join lateral (
           select id from task where project_id = turns.id and status = 'QUEUED' and (kind = any($1) or (quick and kind = any($4)))
             and (person_id is null or person_id not in (select id from full_people))
           order by queued_at, part, id limit 1 for update skip locked) next
         limit 1)
       returning id, kind, subject, part, attempt, losses, project_id),
     served as (
       update project set served_at = clock_timestamp() from claimed
       where project.id = claimed.project_id and (select count(*) from project) > 1),
     begun as (insert into attempt (task_id, number, worker) select id, attempt, $2 from claimed)
     select id, kind, subject, part, attempt, losses from claimed`,
    [kinds, worker, LEASE_SECONDS, quickKinds],
  );
  return rows[0];
}
