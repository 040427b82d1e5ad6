import type { ComponentProps } from 'react';
import { StatusBadge } from './status-badge';

/** The name of what runs, and where it stands: said again to screen readers when it changes. */
export function NameWithStatus({ name, ...status }: { name: string } & ComponentProps<typeof StatusBadge>) {
  return (
    <>
      <span className="min-w-0 break-words">{name}</span>
      <span className="text-[13px]" aria-live="polite">
        <span className="sr-only">Status: </span>
        <StatusBadge {...status} />
      </span>
    </>
  );
}
