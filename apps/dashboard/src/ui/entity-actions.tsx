'use client';
import { CircleStop, RotateCcw, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { type Client, type CombinedError, useClient } from 'urql';
import { useMayChange } from '@/access/if-making';
import type { RunStatus } from '@/generated/graphql';
import { type Problem, problemOf } from '@/graphql/problem';
import { hasEnded } from '@/runs/status-badge';
import { Button, IconButton } from './button';
import { Confirm } from './confirm';
import { ProblemNote } from './problem-note';

type Act = (client: Client) => PromiseLike<{ error?: CombinedError }>;

/** How it is deleted. */
type Removal = {
  act: Act;
  /** Asked before, and what is lost. */
  question: string;
  lost: string;
  /** The page to go to afterwards. */
  after: string;
};

type Props = {
  /** What it is called in a sentence: "run". */
  what: string;
  /** Null for what is not work of a worker: it can be deleted at any time. */
  status: RunStatus | null;
  cancelRequested?: boolean;
  cancel?: Act;
  /** Offered after a failure or a cancellation. */
  retry?: Act;
  /** Left out where it is deleted with something else. */
  remove?: Removal | undefined;
  children?: ReactNode;
};

/** What can be done with anything that has a page: cancel, retry, delete, and its own buttons between. */
export function EntityActions({
  what,
  status,
  cancelRequested = false,
  cancel,
  retry,
  remove,
  children,
}: Props) {
  const router = useRouter();
  const client = useClient();
  const [acting, setActing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ended = status === null || hasEnded(status);
  const mayChange = useMayChange();
  const run = async (act: Act): Promise<boolean> => {
    setActing(true);
    const { error } = await act(client);
    setActing(false);
    setProblem(problemOf(error));
    return !error;
  };
  const onDelete = async ({ act, after }: Removal) => {
    if (await run(act)) router.push(after);
  };
  return (
    <>
      {mayChange && !ended && cancel && (
        <Button look="danger" disabled={acting || cancelRequested} onClick={() => void run(cancel)}>
          <CircleStop aria-hidden />
          Cancel {what}
        </Button>
      )}
      {mayChange && (status === 'FAILED' || status === 'CANCELLED') && retry && (
        <Button disabled={acting} onClick={() => void run(retry)}>
          <RotateCcw aria-hidden />
          Retry {what}
        </Button>
      )}
      {mayChange && ended && remove && (
        <Confirm
          trigger={
            <IconButton name={`Delete ${what}`}>
              <Trash2 aria-hidden />
            </IconButton>
          }
          title={remove.question}
          text={remove.lost}
          verb={`Delete ${what}`}
          onConfirm={() => void onDelete(remove)}
        />
      )}
      {children}
      {problem && <ProblemNote problem={problem} className="w-full" />}
    </>
  );
}
