import pg from 'pg';

/** Lets PostgreSQL keep the times of statements from its next start. */
export async function keepTimes(url: string): Promise<void> {
  await asked(url, `alter system set shared_preload_libraries = 'pg_stat_statements'`);
}

/** Forgets the times so far. */
export async function forgetTimes(url: string): Promise<void> {
  await asked(url, 'create extension if not exists pg_stat_statements');
  await asked(url, 'select pg_stat_statements_reset()');
}

interface Statement {
  readonly query: string;
  readonly calls: string;
  readonly milliseconds: number;
}

/** The statements that took longest in the mean, each with the plan that is made of it without its values. */
export async function slowestStatements(url: string, most: number): Promise<string[]> {
  const slowest = await asked<Statement>(
    url,
    `select query, calls, mean_exec_time milliseconds from pg_stat_statements
     where query ilike 'select%' and query not ilike '%pg_stat_statements%' order by mean_exec_time desc limit ${most}`,
  );
  return Promise.all(
    slowest.map(async ({ query, calls, milliseconds }) => {
      const plan = await asked<{ 'QUERY PLAN': string }>(url, `explain (generic_plan) ${query}`);
      const lines = plan.map((line) => line['QUERY PLAN']).join('\n');
      return `${milliseconds.toFixed(1)} ms in the mean of ${calls}:\n${query}\n${lines}`;
    }),
  );
}

async function asked<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
