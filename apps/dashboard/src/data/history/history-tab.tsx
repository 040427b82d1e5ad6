'use client';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useMayChange } from '@/access/if-making';
import { formatCount } from '@/format/number';
import type { DataSetQuery } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { Ago } from '@/ui/ago';
import { Button } from '@/ui/button';
import { ProblemNote } from '@/ui/problem-note';
import { RestoreVersion } from '../edit/edit.operations';
import { ComparisonDialog } from './comparison-dialog';

export type ListedVersion = NonNullable<DataSetQuery['dataSet']>['versions'][number];

type Props = { versions: ListedVersion[]; shown: string; onVersion: (number: number) => void };

/** All versions: who made them, when and why; each can be compared with the one before it, and restored. */
export function HistoryTab({ versions, shown, onVersion }: Props) {
  const [pair, setPair] = useState<{ from: ListedVersion; to: ListedVersion } | null>(null);
  const [restored, restore] = useMutation(RestoreVersion);
  const problem = problemOf(restored.error);
  const mayChange = useMayChange();
  const newest = versions.find(({ status }) => status !== 'FAILED')?.id;
  const onRestore = async (versionId: string) => {
    const { data } = await restore({ input: { versionId } });
    if (data) onVersion(data.restoreVersion.number);
  };
  return (
    <>
      {problem && <ProblemNote problem={problem} title="It was not restored" className="mb-4" />}
      <ol aria-label="History" className="border-t">
        {versions.map((version, i) => {
          const { id, number, status, createdAt, exampleCount, classCount, note, author, parent } = version;
          const before = versions.find((each) => each.id === parent?.id) ?? versions[i + 1];
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b py-2.5">
              <div className="min-w-0 flex-1">
                <p>
                  <button
                    type="button"
                    className="font-medium underline-offset-2 hover:underline"
                    onClick={() => onVersion(number)}
                  >
                    Version {number}
                  </button>
                  {id === shown && <span className="text-muted"> (shown)</span>}
                  {status !== 'READY' && <span className="text-muted"> ({status.toLowerCase()})</span>}
                </p>
                <p className="break-words">{note || (parent ? 'Edited' : 'Imported')}</p>
                <p className="text-[12px] text-muted">
                  {author && `${author}, `}
                  <Ago at={createdAt} />
                  {status === 'READY' &&
                    `, ${formatCount(exampleCount)} examples, ${formatCount(classCount)} classes`}
                </p>
              </div>
              {before?.status === 'READY' && status === 'READY' && (
                <Button look="quiet" onClick={() => setPair({ from: before, to: version })}>
                  Compare with version {before.number}
                </Button>
              )}
              {mayChange && id !== newest && status === 'READY' && (
                <Button disabled={restored.fetching} onClick={() => void onRestore(id)}>
                  <History aria-hidden />
                  Restore<span className="sr-only"> version {number}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {pair && <ComparisonDialog from={pair.from} to={pair.to} onClose={() => setPair(null)} />}
    </>
  );
}
