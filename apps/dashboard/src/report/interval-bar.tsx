import { ticks } from '@/chart/ticks';
import { formatShare } from '@/format/number';

type Props = { label: string; value: number; low: number; high: number };

/** A share as a dot with its interval as a bar, on an axis that ends at 100 %. */
export function IntervalBar({ label, value, low, high }: Props) {
  const from = Math.max(0, Math.floor((low - (1 - low) * 0.2) * 20) / 20);
  const left = (share: number) => `${((share - from) / (1 - from)) * 100}%`;
  return (
    <figure
      aria-label={`${label} ${formatShare(value)}, 95 % interval ${formatShare(low)} to ${formatShare(high)}`}
    >
      <figcaption className="mb-1 flex items-baseline gap-2">
        <span className="text-muted">{label}</span>
        <span className="text-lg font-semibold">{formatShare(value)}</span>
        <span className="text-[12px] text-muted">
          {formatShare(low)} – {formatShare(high)}
        </span>
      </figcaption>
      <div className="relative mx-4 h-5" aria-hidden="true">
        <span className="absolute inset-x-0 top-2.5 h-px bg-line-strong" />
        <span
          className="absolute top-1.5 h-2 rounded-full bg-accent opacity-35"
          style={{ left: left(low), right: `calc(100% - ${left(high)})` }}
        />
        <span
          className="absolute top-1 size-3 -translate-x-1/2 rounded-full bg-accent"
          style={{ left: left(value) }}
        />
      </div>
      <div className="relative mx-4 h-4 text-[11px] text-faint" aria-hidden="true">
        {ticks(from, 1, 3).map((share) => (
          <span
            key={share}
            className="absolute -translate-x-1/2 whitespace-nowrap"
            style={{ left: left(share) }}
          >
            {formatShare(share, 0)}
          </span>
        ))}
      </div>
    </figure>
  );
}
