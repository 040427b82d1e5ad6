import type pg from 'pg';
import { recordMoves } from '../aliases/record-moves.js';
import { inTransaction } from '../in-transaction.js';
import { insertModel, type NewModel } from './insert-model.js';

/** What people set on the parent and holds for the model too, beside tags, note and the switch for keeping inputs. */
interface KeptSettings {
  readonly answered: boolean;
  readonly decision: boolean;
}

/**
 * Registers a model that takes the place of its parent: aliases of its project that point to the parent point to it from the same moment on. With
 * an alias only that one does; null, and nothing is stored, where it no longer points to the parent, or one of `awaited` was moved to
 * another model. Inputs that the parent kept go along once
 * no alias points to it. Gives the model's id.
 */
export const succeedModel = (
  pool: pg.Pool,
  model: NewModel & { readonly parentId: string },
  aliasId: string | null,
  kept: KeptSettings | null = null,
  awaited: readonly string[] = [],
): Promise<string | null> =>
  inTransaction(pool, async (client) => {
    // Whoever moves the same alias waits here, and then finds it moved.
    const { rows: held } = await client.query<{ id: string }>(
      `select id from alias where model_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or project_id = $3)
       order by id for update`,
      [model.parentId, aliasId, model.projectId ?? null],
    );
    if (aliasId !== null && held.length === 0) return null;
    const { rows: lost } = await client.query(
      'select from alias where id = any($1) and model_id <> $2 and ($3::uuid is null or project_id = $3)',
      [awaited, model.parentId, model.projectId ?? null],
    );
    if (lost.length > 0) return null;
    const id = await insertModel(client, { ...model, runId: null });
    if (kept)
      await client.query(
        `update model set tags = parent.tags, note = parent.note, keeps_inputs = parent.keeps_inputs and not parent.shipped, answered = case when $3 then parent.answered end,
           decision = case when $4 then parent.decision end
         from model parent where model.id = $1 and parent.id = $2`,
        [id, model.parentId, kept.answered, kept.decision],
      );
    const moved = held.map((alias) => alias.id);
    await client.query('update alias set model_id = $1 where id = any($2)', [id, moved]);
    await recordMoves(client, moved, id);
    // The review goes on at the model that is asked now.
    if (kept)
      await client.query(
        `update kept_input set model_id = $1
         where model_id = $2 and not exists (select from alias where model_id = $2)`,
        [id, model.parentId],
      );
    return id;
  });
