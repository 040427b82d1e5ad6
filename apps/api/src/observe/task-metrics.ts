import { projectsSeen, type Store } from '@kshot/store';
import { Gauge, Registry } from 'prom-client';

/** Tasks of the projects that a store reaches. A registry of its own for each scrape: gauges are shared between their readers. */
export function taskMetrics(store: Store): Registry {
  const registry = new Registry();
  const registers = [registry];
  const { pool } = store;
  const seen = projectsSeen(store);
  new Gauge({
    name: 'kshot_tasks',
    help: 'Tasks by kind, status and the id of their project.',
    labelNames: ['kind', 'status', 'project'],
    registers,
    async collect() {
      const { rows } = await pool.query<{ kind: string; status: string; project: string; n: number }>(
        `select kind, status, project_id as project, count(*)::int as n from task
         where $1::uuid[] is null or project_id = any($1) group by 1, 2, 3`,
        [seen],
      );
      for (const { n, ...labels } of rows) this.set(labels, n);
    },
  });
  new Gauge({
    name: 'kshot_task_seconds',
    help: 'Mean seconds that tasks of the last hour waited for a worker and took, by kind and the id of their project.',
    labelNames: ['kind', 'phase', 'project'],
    registers,
    async collect() {
      const { rows } = await pool.query<{ kind: string; project: string; waited: number; took: number }>(
        `select kind, project_id as project, extract(epoch from avg(started_at - queued_at))::float as waited,
           extract(epoch from avg(ended_at - started_at))::float as took
         from task where ended_at > now() - interval '1 hour' and started_at >= queued_at
           and ($1::uuid[] is null or project_id = any($1)) group by 1, 2`,
        [seen],
      );
      for (const { kind, project, waited, took } of rows) {
        this.set({ kind, phase: 'waiting', project }, waited);
        this.set({ kind, phase: 'running', project }, took);
      }
    },
  });
  return registry;
}
