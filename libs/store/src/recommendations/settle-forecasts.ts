import type pg from 'pg';

/** Writes beside each forecast what its run or evaluation came to, once that has ended; it stays when they are deleted. */
export async function settleForecasts(pool: pg.Pool): Promise<void> {
  await pool.query(
    `with ended as (
       select f.id, (r.report ->> 'accuracy')::float8 as reached,
         extract(epoch from r.ended_at - r.started_at)::float8 as seconds,
         (r.summary ->> 'memoryBytes')::float8 as memory
       from forecast f join run r on r.id = f.run_id
       where f.reached is null and r.status = 'DONE' and r.report is not null
       union all
       select f.id, e.accuracy, (e.costs ->> 'trainSeconds')::float8, (e.costs ->> 'peakMemoryBytes')::float8
       from forecast f join evaluation e on e.id = f.evaluation_id
       where f.reached is null and e.status = 'DONE')
     update forecast set reached = ended.reached, took_seconds = ended.seconds, took_memory_bytes = ended.memory
     from ended where forecast.id = ended.id`,
  );
}
