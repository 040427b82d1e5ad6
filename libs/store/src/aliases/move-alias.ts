import { DomainError } from '@kshot/domain';
import type pg from 'pg';
import { v7 } from 'uuid';
import { inTransaction } from '../in-transaction.js';
import { FIRST_PROJECT } from '../projects/reach.js';
import { isBrokenReference, refusedByRace } from '../rows/refused-by-race.js';
import { recordMoves } from './record-moves.js';

/** The constraint that an alias points to a model that is there. */
const OF_MODEL = 'alias_model_id_fkey';

interface NewAlias {
  readonly name: string;
  readonly alias: string;
  readonly modelId: string;
  /** That of the model, unless the model was shipped; the first one where it is left out. */
  readonly projectId?: string;
}

/** Points an alias of a project, which is made where it is missing, to a model: whoever asks gets the old one or the new one. Gives its id. Throws NOT_FOUND, and CONFLICT where the model was just moved, or the project deleted. */
export const setAlias = (
  pool: pg.Pool,
  { name, alias, modelId, projectId = FIRST_PROJECT }: NewAlias,
): Promise<string> =>
  refusedByRace(
    inTransaction(pool, async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `insert into alias (id, name, alias, model_id, project_id) values ($1, $2, $3, $4, $5)
         on conflict (project_id, name, alias) do update set model_id = excluded.model_id returning id`,
        [v7(), name, alias, modelId, projectId],
      );
      const { id } = rows[0]!;
      await recordMoves(client, [id], modelId);
      return id;
    }).catch((error: unknown) => {
      if (!isBrokenReference(error) || (error as { constraint?: string }).constraint !== OF_MODEL)
        throw error;
      throw new DomainError(
        'NOT_FOUND',
        `There is no model with the id ${modelId}. It may have been deleted.`,
      );
    }),
  );

/**
 * Points an alias to the model that it pointed to before, of those that were not deleted. Throws CONFLICT where there is none, where
 * it is in another project now, and where the alias no longer points to `from`.
 */
export const rollBackAlias = (pool: pg.Pool, id: string, from?: string | null): Promise<void> =>
  inTransaction(pool, async (client) => {
    await client.query('select from alias where id = $1 for update', [id]);
    const { rows } = await client.query<{ id: string; model: string | null }>(
      'select id, model_id as model from alias_move where alias_id = $1 and undone_at is null order by id desc',
      [id],
    );
    const [present, ...earlier] = rows;
    if (from != null && present?.model !== from)
      throw new DomainError('CONFLICT', 'The alias points to another model meanwhile. Look at it again.');
    const target = earlier.find(({ model }) => model !== null && model !== present?.model);
    if (!target)
      throw new DomainError(
        'CONFLICT',
        'The alias has no earlier model. Point it to another one with setAlias.',
      );
    await client.query(
      'update alias_move set undone_at = now() where alias_id = $1 and id > $2 and undone_at is null',
      [id, target.id],
    );
    await refusedByRace(client.query('update alias set model_id = $2 where id = $1', [id, target.model]));
  });
