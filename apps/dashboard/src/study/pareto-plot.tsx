'use client';
import { useState } from 'react';
import { candidateColour } from '@/chart/candidate-colour';
import { ticks } from '@/chart/ticks';
import { formatBytes } from '@/format/bytes';
import { formatDuration } from '@/format/duration';
import { formatShare, formatValue } from '@/format/number';
import { accuracyAxis } from '@/plot/accuracy-axis';
import { Axes } from '@/plot/axes';
import { linear, logarithmic, powerTicks } from '@/plot/frame';
import { PlotFigure } from '@/plot/plot-figure';
import { Select } from '@/ui/select';
import type { Entry } from './entry';
import { paretoPlaces } from './pareto';

const COSTS = {
  trainSeconds: { title: 'Seconds to learn', format: formatDuration },
  predictMilliseconds: { title: 'Milliseconds to answer', format: (v: number) => `${formatValue(v)} ms` },
  peakMemoryBytes: { title: 'Peak memory', format: formatBytes },
  storedBytes: { title: 'Bytes to be kept', format: formatBytes },
  optionsByHand: { title: 'Options set by hand', format: String },
} as const;
type Cost = keyof typeof COSTS;
const HEIGHT = 300;

/** Accuracy against a cost; the line joins those that nobody beats in both. */
export function ParetoPlot({ entries }: { entries: readonly Entry[] }) {
  const [cost, setCost] = useState<Cost>('predictMilliseconds');
  const { title, format } = COSTS[cost];
  const points = entries.flatMap(({ evaluation, label, figure }) =>
    evaluation.costs && figure?.value != null
      ? [
          {
            id: evaluation.id,
            name: label,
            position: evaluation.position,
            accuracy: figure.value,
            cost: evaluation.costs[cost],
          },
        ]
      : [],
  );
  const front = paretoPlaces(points)
    .map((i) => points[i]!)
    .sort((a, b) => a.cost - b.cost);
  if (points.length < 2) return null;
  const logScale = cost !== 'optionsByHand';
  // Nothing is free; what is too short to be measured stands at the left end.
  const at = (value: number) => (logScale ? Math.max(value, 1e-6) : value);
  const costs = points.map((point) => at(point.cost));
  return (
    <div>
      <div className="mb-2 flex items-center gap-2 text-muted">
        Cost
        <Select
          aria-label="Cost"
          value={cost}
          onChange={(event) => setCost(event.target.value as Cost)}
          className="w-56"
        >
          {Object.entries(COSTS).map(([key, one]) => (
            <option key={key} value={key}>
              {one.title}
            </option>
          ))}
        </Select>
      </div>
      <PlotFigure
        title="What accuracy costs"
        sentence={`Up is better, left is cheaper. The line joins those that no other beats in both; what lies below it is worse and no cheaper: ${points.length - front.length} of ${points.length}.`}
        height={HEIGHT}
        rows={() => [
          ['candidate', 'accuracy', title, 'on the front'],
          ...points.map((point) => [point.name, point.accuracy, point.cost, String(front.includes(point))]),
        ]}
      >
        {(width) => {
          const [left, right, top, bottom] = [48, width - 20, 20, HEIGHT - 40];
          const least = Math.min(...costs) / (logScale ? 1.6 : 1) - (logScale ? 0 : 0.5);
          const most = Math.max(...costs) * (logScale ? 1.6 : 1) + (logScale ? 0 : 0.5);
          const x = (logScale ? logarithmic : linear)([least, most], [left, right]);
          const accuracies = accuracyAxis(
            points.map(({ accuracy }) => accuracy),
            [bottom, top],
            0.15,
          );
          const y = accuracies.scale;
          const marks = logScale ? powerTicks(least, most) : ticks(Math.max(0, least), most, 4);
          const few = marks.filter((_, i) => i % Math.ceil(marks.length / Math.max(2, width / 90)) === 0);
          return (
            <>
              <Axes
                x={{ scale: x, ticks: few, format, label: title.toLowerCase() }}
                y={accuracies}
                {...{ left, right, top, bottom }}
              />
              <polyline
                points={front.map((point) => `${x(at(point.cost))},${y(point.accuracy)}`).join(' ')}
                fill="none"
                stroke="var(--line-strong)"
                strokeWidth={2}
              />
              {points.map((point) => {
                const leftward = x(at(point.cost)) > (left + right) / 2;
                return (
                  <g key={point.id} fill={`var(${candidateColour(point.position).colour})`}>
                    <title>{`${point.name}: ${formatShare(point.accuracy)}, ${format(point.cost)}`}</title>
                    <circle cx={x(at(point.cost))} cy={y(point.accuracy)} r={5} />
                    {front.includes(point) && (
                      <text
                        x={x(at(point.cost)) + (leftward ? -9 : 9)}
                        y={y(point.accuracy) + (front.indexOf(point) % 2 === 0 ? -8 : 16)}
                        textAnchor={leftward ? 'end' : 'start'}
                        fill="var(--ink)"
                      >
                        {point.name.length > 24 ? `${point.name.slice(0, 23)}…` : point.name}
                      </text>
                    )}
                  </g>
                );
              })}
            </>
          );
        }}
      </PlotFigure>
    </div>
  );
}
