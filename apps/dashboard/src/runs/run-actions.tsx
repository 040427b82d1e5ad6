'use client';
import { Copy } from 'lucide-react';
import { IfMaking } from '@/access/if-making';
import type { RunDetailFragment } from '@/generated/graphql';
import { ButtonLink } from '@/ui/button';
import { EntityActions } from '@/ui/entity-actions';
import { CancelRun, DeleteRun, RetryRun } from './run-actions.operations';

export function RunActions({ run: { id, name, status, cancelRequested } }: { run: RunDetailFragment }) {
  return (
    <EntityActions
      what="run"
      status={status}
      cancelRequested={cancelRequested}
      cancel={(client) => client.mutation(CancelRun, { id })}
      retry={(client) => client.mutation(RetryRun, { id })}
      remove={{
        act: (client) => client.mutation(DeleteRun, { id }),
        question: `Delete the run “${name}”?`,
        lost: 'Its metrics, attempts and report are lost. Its models stay.',
        after: '/runs',
      }}
    >
      <IfMaking>
        <ButtonLink href={`/runs/new?like=${id}`}>
          <Copy aria-hidden />
          Run again with changes
        </ButtonLink>
      </IfMaking>
    </EntityActions>
  );
}
