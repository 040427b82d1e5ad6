'use client';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import { formatMany } from '@/format/number';
import type { ApiKeysQuery as Answered } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { MoreButton } from '@/list/more-button';
import { usePages } from '@/list/use-pages';
import { Ago } from '@/ui/ago';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { EmptyState } from '@/ui/empty-state';
import { ProblemNote } from '@/ui/problem-note';
import { ApiKeysQuery, RevokeApiKey } from '../access.operations';
import type { Viewer } from '../access-page';
import { scopeName } from '../role-names';
import { NewKeyDialog } from './new-key-dialog';

type Key = Answered['apiKeys']['nodes'][number];

const none = {};
const pick = (data: Answered) => data.apiKeys;

/** Keys by which programs come in. */
export function KeysTab({ viewer }: { viewer: Viewer }) {
  const pages = usePages({ query: ApiKeysQuery, variables: none, pick, first: 50 });
  const [making, setMaking] = useState(false);
  const add = (
    <Button look="primary" onClick={() => setMaking(true)}>
      <Plus aria-hidden />
      New key
    </Button>
  );
  return (
    <>
      <Answer data={pages.rows} error={pages.error} retry={pages.reload} rows={4}>
        {(keys) =>
          keys.length === 0 ? (
            <EmptyState
              icon={KeyRound}
              title="No keys"
              text="A program shows a key instead of signing in. Give it no more scopes than it needs."
              action={add}
            />
          ) : (
            <>
              <div className="mb-3 flex justify-end">{add}</div>
              <ul className="border-t" aria-label="Keys">
                {keys.map((key) => (
                  <KeyRow key={key.id} apiKey={key} />
                ))}
              </ul>
            </>
          )
        }
      </Answer>
      <MoreButton pages={pages} />
      <NewKeyDialog open={making} viewer={viewer} onOpenChange={setMaking} onMade={pages.reload} />
    </>
  );
}

function KeyRow({
  apiKey: { id, name, scopes, requestsPerMinute, projectId, createdAt, expiresAt, lastUsedAt, revokedAt },
}: {
  apiKey: Key;
}) {
  const [revoked, revoke] = useMutation(RevokeApiKey);
  const problem = problemOf(revoked.error);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b py-2.5">
      <div className="min-w-0 flex-1">
        <p className={`truncate font-medium ${revokedAt ? 'line-through' : ''}`} title={name}>
          {name}
        </p>
        <p className="text-[12px] text-muted">
          {scopes.map(scopeName).join(', ')}
          {projectId && ', one project only'}
          {requestsPerMinute != null && `, ${formatMany(requestsPerMinute, 'request')} a minute`}. Made{' '}
          <Ago at={createdAt} />,{' '}
          {lastUsedAt ? (
            <>
              used <Ago at={lastUsedAt} />
            </>
          ) : (
            'never used'
          )}
          {expiresAt && `, until ${new Date(expiresAt).toLocaleDateString()}`}
        </p>
      </div>
      {revokedAt ? (
        <span className="text-muted">Revoked</span>
      ) : (
        <Confirm
          trigger={<Button look="danger">Revoke</Button>}
          title={`Revoke the key “${name}”?`}
          text="Programs that show it are refused from now on. This cannot be undone."
          verb="Revoke"
          onConfirm={() => void revoke({ id })}
        />
      )}
      {problem && <ProblemNote problem={problem} className="w-full" />}
    </li>
  );
}
