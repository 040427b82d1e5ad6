import type pg from 'pg';
import type { Class, Example } from '../rows/rows.js';

/** In which place of the asked ones a row belongs. */
type Placed<R> = R & { readonly place: number };

/** The first classes of each of several versions. */
export async function firstClasses(
  pool: pg.Pool,
  versionIds: readonly string[],
  first: number,
): Promise<Placed<Class>[]> {
  const { rows } = await pool.query<Placed<Class>>(
    `select c.id, c.version_id as "versionId", c.index, c.name, c.group, c.count, k.place::int
     from unnest($1::uuid[]) with ordinality as k(version, place),
       lateral (select * from class where version_id = k.version order by index limit $2) c
     order by k.place, c.index`,
    [versionIds, first],
  );
  return rows;
}

/** The first examples of each of several classes. */
export async function firstExamples(
  pool: pg.Pool,
  classes: readonly { readonly versionId: string; readonly classIndex: number }[],
  first: number,
): Promise<Placed<Omit<Example, 'key'>>[]> {
  const { rows } = await pool.query<Placed<Omit<Example, 'key'>>>(
    `select e.id, e.version_id as "versionId", e.index, e.class_index as "classIndex", e.name, k.place::int
     from unnest($1::uuid[], $2::int[]) with ordinality as k(version, class, place),
       lateral (
         select * from example where version_id = k.version and class_index = k.class order by index limit $3) e
     order by k.place, e.index`,
    [classes.map(({ versionId }) => versionId), classes.map(({ classIndex }) => classIndex), first],
  );
  return rows;
}
