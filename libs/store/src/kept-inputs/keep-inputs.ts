import type pg from 'pg';
import { inTransaction } from '../in-transaction.js';
import { addInputs, type NewKeptInput } from './add-inputs.js';

/** Keeps inputs of a model, as `addInputs` does, in a transaction of their own. */
export const keepInputs = (
  pool: pg.Pool,
  modelId: string,
  inputs: readonly NewKeptInput[],
): Promise<number | null> => inTransaction(pool, (client) => addInputs(client, modelId, inputs));

/** Lets a model keep a sample of its inputs. */
export const startKeepingInputs = (pool: pg.Pool, modelId: string): Promise<unknown> =>
  pool.query('update model set keeps_inputs = true where id = $1', [modelId]);

/** Lets a model keep no more inputs; those that it has stay unless they are to be deleted. */
export const stopKeepingInputs = (pool: pg.Pool, modelId: string, deleteKept: boolean): Promise<void> =>
  inTransaction(pool, async (client) => {
    await client.query('update model set keeps_inputs = false where id = $1', [modelId]);
    if (deleteKept) await client.query('delete from kept_input where model_id = $1', [modelId]);
  });
