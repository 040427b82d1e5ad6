import { Check } from 'lucide-react';
import { formatShare } from '@/format/number';
import type { ComparedHeadRowFragment } from '@/generated/graphql';
import { Section } from '@/ui/section';

/** The heads that were compared, with what held-out examples say of each; nothing where none were. */
export function ComparedHeads({ heads }: { heads: readonly ComparedHeadRowFragment[] }) {
  if (heads.length === 0) return null;
  return (
    <Section title="Heads compared">
      <p className="mb-3 max-w-[72ch] text-muted">
        Accuracy on held-out examples of the training part, with its 95 % interval. Heads are listed by how
        well they usually do; a later one is chosen where it is right more often by more than a standard error
        of the difference, or as often with better probabilities. A tuned encoder is left where it is right
        less often by more than that.
      </p>
      <ul className="max-w-xl border-t">
        {heads.map(({ title, accuracy, accuracyLow, accuracyHigh, chosen }) => (
          <li
            key={title}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-b py-1.5 sm:grid-cols-[minmax(0,1fr)_70px_130px]"
          >
            <span className={chosen ? 'font-semibold' : ''}>
              {title}
              {chosen && (
                <span className="ml-2 inline-flex items-center gap-1 font-medium text-accent">
                  <Check className="size-3.5" aria-hidden /> chosen
                </span>
              )}
            </span>
            <span className="text-right font-medium">{formatShare(accuracy)}</span>
            <span className="text-muted max-sm:col-span-2 sm:text-right">
              {formatShare(accuracyLow)} – {formatShare(accuracyHigh)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
