import { Ban, CircleCheck, CircleDashed, CircleX, LoaderCircle } from 'lucide-react';
import type { RunStatus } from '@/generated/graphql';

const LOOKS = {
  QUEUED: { word: 'Queued', icon: CircleDashed, colour: 'text-muted' },
  RUNNING: { word: 'Running', icon: LoaderCircle, colour: 'text-accent' },
  DONE: { word: 'Done', icon: CircleCheck, colour: 'text-good' },
  FAILED: { word: 'Failed', icon: CircleX, colour: 'text-bad' },
  CANCELLED: { word: 'Cancelled', icon: Ban, colour: 'text-muted' },
} as const;

export const STATUSES = Object.keys(LOOKS) as RunStatus[];

export const statusWord = (status: RunStatus): string => LOOKS[status].word;

export const hasEnded = (status: RunStatus): boolean => status !== 'QUEUED' && status !== 'RUNNING';

type Props = { status: RunStatus; cancelling?: boolean };

export function StatusBadge({ status, cancelling = false }: Props) {
  const { word, icon: Icon, colour } = LOOKS[status];
  const spins = status === 'RUNNING' ? 'animate-spin [animation-duration:2.5s]' : '';
  return (
    <span className={`inline-flex items-center gap-1.5 align-middle font-medium ${colour}`}>
      <Icon className={`size-3.5 shrink-0 ${spins}`} aria-hidden />
      {cancelling && !hasEnded(status) ? 'Cancelling' : word}
    </span>
  );
}
