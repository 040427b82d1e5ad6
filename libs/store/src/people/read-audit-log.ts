import type pg from 'pg';

export interface Noted {
  readonly id: string;
  readonly created_at: Date;
  readonly actor_name: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly action: string;
  readonly outcome: string;
  readonly subjects: string;
}

const AT_ONCE = 5000;

/** The whole log, the newest first, some entries at a time. */
export async function* readAuditLog(pool: pg.Pool): AsyncGenerator<readonly Noted[]> {
  for (let before: string | null = null; ; ) {
    const { rows }: pg.QueryResult<Noted> = await pool.query<Noted>(
      `select id, created_at, actor_name, actor_kind, actor_id, action, outcome, subjects from audit_entry
       where $1::uuid is null or id < $1 order by id desc limit $2`,
      [before, AT_ONCE],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) return;
    before = rows.at(-1)!.id;
  }
}
