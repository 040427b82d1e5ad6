import { formatShare } from '@/format/number';

/** The class that was answered, and how probable it is. */
export function AnswerBar({ name, probability }: { name: string | null; probability: number }) {
  return (
    <>
      <div className="flex items-baseline gap-2">
        <span className="min-w-0 truncate font-medium">{name}</span>
        <span className="ml-auto shrink-0 text-muted tabular-nums">{formatShare(probability)}</span>
      </div>
      <div className="mt-1 h-1 overflow-hidden rounded-full bg-line" aria-hidden>
        <div className="h-full rounded-full bg-accent" style={{ width: `${100 * probability}%` }} />
      </div>
    </>
  );
}
