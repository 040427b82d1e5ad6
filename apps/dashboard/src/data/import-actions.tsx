import type { VersionStatus } from '@/generated/graphql';
import { EntityActions } from '@/ui/entity-actions';
import { CancelImport, RetryImport } from './version.operations';

const STATUSES = { IMPORTING: 'RUNNING', READY: 'DONE', FAILED: 'FAILED' } as const;

type Props = { versionId: string; status: VersionStatus };

/** Cancels the import of a version, or retries it. */
export const ImportActions = ({ versionId, status }: Props) => (
  <EntityActions
    what="import"
    status={STATUSES[status]}
    cancel={(client) => client.mutation(CancelImport, { versionId })}
    retry={(client) => client.mutation(RetryImport, { versionId })}
  />
);
