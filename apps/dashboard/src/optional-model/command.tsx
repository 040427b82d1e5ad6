'use client';
import { CopyButton } from '@/ui/copy-button';

/** A command to run where Kshot runs, and a button that copies it. */
export function Command({ children }: { children: string }) {
  return (
    <p className="flex flex-wrap items-center gap-2">
      <code className="font-mono text-[12px] break-words text-ink">{children}</code>
      <CopyButton label="Copy the command" look="quiet" text={() => children} />
    </p>
  );
}
