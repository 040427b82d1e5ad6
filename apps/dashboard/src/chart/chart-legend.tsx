import { formatValue } from '@/format/number';
import type { Line } from './line';
import { LineSwatch } from './line-swatch';

type Props = {
  lines: Line[];
  values: Map<string, number | null>;
  step: number | null;
  hidden: string[];
  onHidden: (hidden: string[]) => void;
};

/** Names, values under the crosshair (else the last ones), and a switch for each line. */
export function ChartLegend({ lines, values, step, hidden, onHidden }: Props) {
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-x-4 text-[12px]">
      {lines.map(({ label, colour, dash, faint }) => {
        const off = hidden.includes(label);
        const value = values.get(label);
        return (
          <button
            key={label}
            type="button"
            aria-pressed={!off}
            title={off ? `Show ${label}` : `Hide ${label}`}
            onClick={() => onHidden(off ? hidden.filter((each) => each !== label) : [...hidden, label])}
            className={`inline-flex h-6 items-center gap-1.5 text-muted hover:text-ink ${off ? 'line-through opacity-60' : ''}`}
          >
            <LineSwatch colour={colour} dash={dash} faint={faint} />
            {label}
            <span className="min-w-[6ch] text-left font-medium text-ink">
              {value === null || value === undefined ? '' : formatValue(value)}
            </span>
          </button>
        );
      })}
      {step !== null && <span className="ml-auto text-faint">step {formatValue(step)}</span>}
    </div>
  );
}
