import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type Props = { icon: LucideIcon; title: string; text: string; action?: ReactNode };

/** Nothing here yet: what would be here, and the next step as one button. */
export function EmptyState({ icon: Icon, title, text, action }: Props) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-lg border border-dashed border-line-strong px-6 py-12 text-center">
      <Icon className="size-6 text-faint" aria-hidden />
      <p className="font-medium">{title}</p>
      <p className="max-w-[52ch] text-muted">{text}</p>
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
