import { figureRange, type Unit } from '@/evaluation/figure-text';
import { formatValue } from '@/format/number';
import { PlotFigure } from '@/plot/plot-figure';
import type { Comparison, Entry } from './entry';

const CELL = 46;
const HEAD = 26;

type Props = { entries: readonly Entry[]; comparison: Comparison; unit: Unit };

/** Difference of each to each, in the order of the leaderboard; colour where a test tells them apart. */
export function PairsPlot({ entries, comparison, unit }: Props) {
  const shown = entries.filter(({ tied }) => tied !== null);
  const points = (value: number) =>
    unit === 'share' ? (100 * value).toFixed(1).replace('-0.0', '0.0') : formatValue(value);
  const name = (id: string) => shown.find(({ evaluation }) => evaluation.id === id)?.evaluation.name ?? '';
  return (
    <PlotFigure
      title="Each against each"
      sentence={`How much the one of the row is ahead of the one of the column${unit === 'share' ? ', in points of a hundred' : ''}. Coloured cells are differences that chance alone would hardly make (5 %, corrected for the number of pairs); grey ones may be chance.`}
      height={shown.length * CELL + HEAD + 6}
      rows={() => [
        [
          'better',
          'other',
          'difference',
          'low',
          'high',
          'test',
          'p',
          'p after Holm',
          'significantly different',
          'more units needed',
          'effect (d)',
        ],
        ...comparison.pairs.map(({ a, b, difference, by, p, holm, decided, moreToDecide, effect }) => [
          ...[name(a), name(b), difference.value, difference.low, difference.high, by, p, holm],
          ...[String(decided), moreToDecide, effect.value],
        ]),
      ]}
    >
      {(width) => {
        const left = Math.min(220, Math.max(90, width - shown.length * CELL));
        const cell = Math.min(64, (width - left) / shown.length);
        return shown.map(({ evaluation: row, label }, i) => (
          <g key={row.id}>
            <text x={left - 8} y={HEAD + (i + 0.5) * CELL + 4} textAnchor="end" fill="var(--ink)">
              {`${shorter(label, Math.floor((left - 30) / 6))} ${i + 1}`}
            </text>
            <text x={left + (i + 0.5) * cell} y={HEAD - 8} textAnchor="middle" fill="var(--muted)">
              {i + 1}
            </text>
            {shown.map(({ evaluation: column }, j) => {
              const pair = comparison.pairs.find(
                ({ a, b }) => (a === row.id && b === column.id) || (a === column.id && b === row.id),
              );
              if (!pair) return null;
              const ahead = pair.a === row.id;
              const difference = (ahead ? 1 : -1) * (pair.difference.value ?? 0);
              const paint = difference >= 0 ? 'var(--c0)' : 'var(--c1)';
              return (
                <g key={column.id}>
                  <title>{`${row.name} against ${column.name}: ${points(difference)}; better one ahead by ${figureRange(pair.difference, unit)}; p ${formatValue(pair.p)}, corrected ${formatValue(pair.holm)}${pair.decided ? '' : pair.moreToDecide ? `; ${pair.moreToDecide} more units would tell them apart` : ''}`}</title>
                  <rect
                    x={left + j * cell + 1}
                    y={HEAD + i * CELL + 1}
                    width={cell - 2}
                    height={CELL - 2}
                    rx={3}
                    fill={pair.decided ? paint : 'var(--sunken)'}
                    fillOpacity={pair.decided ? 0.25 : 1}
                  />
                  <text
                    x={left + (j + 0.5) * cell}
                    y={HEAD + (i + 0.5) * CELL + 4}
                    textAnchor="middle"
                    fill={pair.decided ? 'var(--ink)' : 'var(--muted)'}
                  >
                    {difference > 0 ? `+${points(difference)}` : points(difference)}
                  </text>
                </g>
              );
            })}
          </g>
        ));
      }}
    </PlotFigure>
  );
}

const shorter = (name: string, letters: number): string =>
  name.length > letters ? `${name.slice(0, Math.max(1, letters - 1))}…` : name;
