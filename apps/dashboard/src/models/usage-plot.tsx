import { ticks } from '@/chart/ticks';
import { formatCount, formatMany } from '@/format/number';
import { Axes } from '@/plot/axes';
import { linear } from '@/plot/frame';
import { PlotFigure } from '@/plot/plot-figure';
import { useNow } from '@/ui/use-now';
import type { Usage } from './usage-section';

const HEIGHT = 200;
const HOUR = 3_600_000; // milliseconds

type Props = { hours: Usage['hours']; span: number };

/** Calls by the hour, a bar each, up to now. */
export function UsagePlot({ hours, span }: Props) {
  const now = useNow(60_000);
  if (now === null) return null;
  const end = Math.floor(now / HOUR) + 1;
  const most = Math.max(1, ...hours.map(({ calls }) => calls));
  const ago = span > 48 ? 24 : 1;
  return (
    <PlotFigure
      title="Calls by the hour"
      sentence="Each bar is an hour; a predicted file is one call."
      height={HEIGHT}
      rows={() => [
        ['hour', 'calls', 'examples', 'errors'],
        ...hours.map(({ at, calls, examples, errors }) => [at, calls, examples, errors]),
      ]}
    >
      {(width) => {
        const [left, right, top, bottom] = [48, width - 16, 20, HEIGHT - 40];
        const x = linear([-span / ago, 0], [left, right]);
        const y = linear([0, most], [bottom, top]);
        const each = (right - left) / span;
        const marks = ticks(-span / ago, 0, width > 500 ? 8 : 4).filter(Number.isInteger);
        return (
          <>
            <Axes
              x={{
                scale: x,
                ticks: marks,
                format: (value) => String(-value),
                label: ago === 24 ? 'days ago' : 'hours ago',
              }}
              y={{
                scale: y,
                ticks: ticks(0, most, 4).filter(Number.isInteger),
                format: formatCount,
                label: 'calls',
              }}
              {...{ left, right, top, bottom }}
            />
            {hours.map(({ at, calls, errors }) => {
              const before = end - Math.floor(Date.parse(at) / HOUR);
              return (
                <rect
                  key={at}
                  x={right - before * each}
                  width={Math.max(1, each - 1)}
                  y={y(calls)}
                  height={bottom - y(calls)}
                  fill="var(--accent)"
                >
                  <title>{`${formatMany(calls, 'call')}, ${formatCount(errors)} not answered`}</title>
                </rect>
              );
            })}
          </>
        );
      }}
    </PlotFigure>
  );
}
