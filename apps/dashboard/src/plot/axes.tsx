import type { Scale } from './frame';

type Axis = { scale: Scale; ticks: readonly number[]; format: (value: number) => string; label: string };
type Props = { x: Axis; y: Axis; left: number; right: number; top: number; bottom: number };

/** Hairlines at the ticks, their values, and what the axes count. */
export function Axes({ x, y, left, right, top, bottom }: Props) {
  return (
    <g fill="var(--muted)">
      {y.ticks.map((value) => (
        <g key={`y${value}`}>
          <line x1={left} x2={right} y1={y.scale(value)} y2={y.scale(value)} stroke="var(--line)" />
          <text x={left - 6} y={y.scale(value) + 4} textAnchor="end">
            {y.format(value)}
          </text>
        </g>
      ))}
      {x.ticks.map((value) => (
        <text key={`x${value}`} x={x.scale(value)} y={bottom + 16} textAnchor="middle">
          {x.format(value)}
        </text>
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke="var(--line-strong)" />
      <text x={(left + right) / 2} y={bottom + 32} textAnchor="middle">
        {x.label}
      </text>
      <text x={left} y={top - 6} textAnchor="start">
        {y.label}
      </text>
    </g>
  );
}
