import type pg from 'pg';

/** Accuracies of the units that count of each of several evaluations, in order. */
export async function countedScores(pool: pg.Pool, evaluationIds: readonly string[]): Promise<number[][]> {
  const { rows } = await pool.query<{ id: string; scores: number[]; counted: number | null }>(
    `select s.evaluation_id as id, s.scores, e.counted_units as counted
     from evaluation_shard s join evaluation e on e.id = s.evaluation_id
     where s.evaluation_id = any($1) order by s.index`,
    [evaluationIds],
  );
  return evaluationIds.map((id) => {
    const own = rows.filter((row) => row.id === id);
    return own.flatMap(({ scores }) => scores).slice(0, own[0]?.counted ?? undefined);
  });
}
