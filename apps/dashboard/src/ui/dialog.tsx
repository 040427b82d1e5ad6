'use client';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './button';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: string;
  children: ReactNode;
  /** A sheet at the right edge instead of a window in the middle. */
  sheet?: boolean;
};

const WINDOW =
  'inset-x-3 top-[6vh] mx-auto max-h-[88vh] max-w-xl rounded-xl border shadow-2xl sm:inset-x-6 overflow-hidden';
const SHEET = 'inset-y-0 right-0 w-full max-w-xl border-l shadow-2xl';

export function Dialog({ open, onOpenChange, title, description, children, sheet = false }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/40 dark:bg-black/60" />
        <Radix.Content className={`fixed z-50 flex flex-col bg-surface ${sheet ? SHEET : WINDOW}`}>
          <div className="flex items-start justify-between gap-4 border-b px-5 py-3">
            <div>
              <Radix.Title className="text-[15px] leading-6 font-semibold">{title}</Radix.Title>
              <Radix.Description className="text-muted">{description}</Radix.Description>
            </div>
            <Radix.Close asChild>
              <IconButton name="Close">
                <X aria-hidden />
              </IconButton>
            </Radix.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
