import { csvText } from '@kshot/domain';
import { readAuditLog, type Store } from '@kshot/store';

const HEADER = ['at', 'actor', 'kind', 'account', 'action', 'outcome', 'ids'];

/** The log as CSV, piece by piece. */
export async function* auditLogCsv({ pool }: Store): AsyncGenerator<string> {
  yield csvText([HEADER]);
  for await (const entries of readAuditLog(pool))
    yield csvText(
      entries.map(({ created_at, actor_name, actor_kind, actor_id, action, outcome, subjects }) => [
        created_at.toISOString(),
        actor_name,
        actor_kind,
        actor_id,
        action,
        outcome,
        subjects,
      ]),
    );
}
