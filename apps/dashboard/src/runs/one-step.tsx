import { formatShare, formatValue } from '@/format/number';
import { Facts } from '@/ui/facts';

const ROWS = [
  { name: 'Loss', of: 'Loss', show: formatValue },
  { name: 'Accuracy', of: 'Accuracy', show: (value: number) => formatShare(value) },
  { name: 'Macro F1', of: 'MacroF1', show: (value: number) => formatShare(value) },
];

/** A head that is solved for at once draws no curve: its numbers instead. */
export function OneStep({ summary }: { summary: readonly { name: string; value: number }[] }) {
  const values = new Map(summary.map(({ name, value }) => [name, value]));
  const facts = ROWS.flatMap(({ name, of, show }) =>
    ['train', 'validation'].flatMap((part) => {
      const value = values.get(part + of);
      return value === undefined ? [] : [{ name: `${name}, ${part}`, value: show(value) }];
    }),
  );
  return (
    <section aria-label="Result of the step" className="border-t pt-4">
      <p className="mb-3 max-w-[72ch] text-muted">
        The head was solved for in one step, so there is no curve to draw. What it reached:
      </p>
      <Facts facts={facts} />
    </section>
  );
}
