import type pg from 'pg';

/** What may have changed. Only a hint: who hears it reads the tables. */
export type Topic = 'run' | 'metrics' | 'version' | 'cancel' | 'evaluation' | 'check' | 'recommendation';
export interface Change {
  readonly topic: Topic;
  readonly id: string;
}

export const CHANNEL = 'kshot';

/** Tells every listening process, when the surrounding transaction commits. */
export const notify = async (client: pg.Pool | pg.PoolClient, { topic, id }: Change): Promise<void> => {
  await client.query('select pg_notify($1, $2)', [CHANNEL, `${topic}:${id}`]);
};
