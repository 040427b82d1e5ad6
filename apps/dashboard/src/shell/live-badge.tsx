'use client';
import { useLiveState } from '@/graphql/live-state';

const WORDS = {
  idle: 'Not live',
  connecting: 'Connecting…',
  live: 'Live',
  reconnecting: 'Reconnecting…',
};

const DOTS = {
  idle: 'bg-line-strong',
  connecting: 'bg-line-strong animate-pulse',
  live: 'bg-good',
  reconnecting: 'bg-warn animate-pulse',
};

/** Whether what is on the page follows the server right now. */
export function LiveBadge() {
  const state = useLiveState();
  if (state === 'idle') return null;
  return (
    <output
      aria-live="polite"
      className={`inline-flex h-6 items-center gap-1.5 rounded-full px-2 text-[12px] ${state === 'reconnecting' ? 'bg-warn-soft text-warn' : 'text-muted'}`}
    >
      <span className={`size-1.5 rounded-full ${DOTS[state]}`} aria-hidden />
      {WORDS[state]}
    </output>
  );
}
