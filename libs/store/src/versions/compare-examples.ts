import type pg from 'pg';

/** Examples of two versions that are the same by content, or that only one has. Null stands for no class. */
export interface ComparedGroup {
  readonly kind: 'ADDED' | 'REMOVED' | 'SAME';
  readonly before: string | null;
  readonly after: string | null;
  readonly count: number;
  /** The first 50 of them, of the later version unless they were removed. */
  readonly ids: string[];
}

/** Copies are paired in order of their class. Versions from before keys were stored are compared by the names of examples. */
const COMPARE = `
  with sides as (
    select e.id, e.version_id, c.name as class, e.index, coalesce(e.key::text, e.name) as content,
      row_number() over (partition by e.version_id, coalesce(e.key::text, e.name) order by c.name, e.index) as copy
    from example e left join class c on c.version_id = e.version_id and c.index = e.class_index
    where e.version_id in ($1, $2)
  ),
  pairs as (
    select a.id as old_id, b.id as new_id, a.class as old_class, b.class as new_class, coalesce(b.index, a.index) as place
    from (select * from sides where version_id = $1) a
    full join (select * from sides where version_id = $2) b using (content, copy)
  )
  select case when old_id is null then 'ADDED' when new_id is null then 'REMOVED' else 'SAME' end as kind,
    old_class as before, new_class as after, count(*)::int as count,
    (array_agg(coalesce(new_id, old_id) order by place))[1:50] as ids
  from pairs group by 1, 2, 3 order by 4 desc, 2, 3`;

export async function compareExamples(pool: pg.Pool, fromId: string, toId: string): Promise<ComparedGroup[]> {
  if (fromId === toId) return [];
  return (await pool.query<ComparedGroup>(COMPARE, [fromId, toId])).rows;
}
