import { v7 } from 'uuid';
import type { Transaction } from '../in-transaction.js';

/** Notes that aliases were pointed to a model, by the name that it has now. */
export async function recordMoves(
  client: Transaction,
  aliasIds: readonly string[],
  modelId: string,
): Promise<void> {
  await client.query(
    `insert into alias_move (id, alias_id, model_id, model_name)
     select move.id, move.alias, model.id, model.name from model, unnest($1::uuid[], $2::uuid[]) as move (id, alias)
     where model.id = $3`,
    [aliasIds.map(() => v7()), aliasIds, modelId],
  );
}
