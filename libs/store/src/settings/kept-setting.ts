import type pg from 'pg';
import type { Transaction } from '../in-transaction.js';

/** A text that this installation keeps from its first use on: `proposed`, unless there is one already. */
export async function keptSetting(
  client: pg.Pool | pg.PoolClient | Transaction,
  name: string,
  proposed: string,
): Promise<string> {
  const { rows } = await client.query<{ value: string }>(
    `insert into setting (name, value) values ($1, to_jsonb($2::text))
     on conflict (name) do update set value = setting.value returning value #>> '{}' as value`,
    [name, proposed],
  );
  return rows[0]!.value;
}
