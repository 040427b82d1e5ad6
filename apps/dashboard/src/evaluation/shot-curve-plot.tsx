import { candidateColour } from '@/chart/candidate-colour';
import { formatShare } from '@/format/number';
import type { FigureContentFragment } from '@/generated/graphql';
import { accuracyAxis } from '@/plot/accuracy-axis';
import { Axes } from '@/plot/axes';
import { logarithmic } from '@/plot/frame';
import { PlotFigure } from '@/plot/plot-figure';

export type Curve = {
  id: string;
  name: string;
  position: number;
  points: { shots: number; draws: number; accuracy: FigureContentFragment }[];
};
const HEIGHT = 280;

/** Accuracy by the number of examples of each class, with intervals. */
export function ShotCurvePlot({ curves }: { curves: Curve[] }) {
  const all = curves.flatMap(({ points }) => points);
  const shots = [...new Set(all.map((point) => point.shots))].sort((a, b) => a - b);
  const values = all.flatMap(({ accuracy: { value, low, high } }) =>
    [value, low, high].filter((v) => v != null),
  );
  return (
    <PlotFigure
      title="What more examples are worth"
      sentence="Accuracy against the number of labelled examples of each class that were learned from. The bars are 95 % intervals over which examples were drawn: where they overlap widely, chance may decide."
      height={HEIGHT}
      rows={() => [
        ['candidate', 'shots', 'draws', 'accuracy', 'low', 'high'],
        ...curves.flatMap(({ name, points }) =>
          points.map(({ shots: k, draws, accuracy }) => [
            name,
            k,
            draws,
            accuracy.value,
            accuracy.low,
            accuracy.high,
          ]),
        ),
      ]}
    >
      {(width) => {
        const [left, right, top, bottom] = [44, width - 16, 20, HEIGHT - 40];
        const x = logarithmic(
          [shots[0] ?? 1, Math.max(shots.at(-1) ?? 2, (shots[0] ?? 1) + 1)],
          [left + 12, right - 12],
        );
        const accuracies = accuracyAxis(values as number[], [bottom, top]);
        const y = accuracies.scale;
        return (
          <>
            <Axes
              x={{ scale: x, ticks: shots, format: String, label: 'examples of each class' }}
              y={accuracies}
              {...{ left, right, top, bottom }}
            />
            {curves.length > 1 && <Legend curves={curves} right={right} bottom={bottom} />}
            {curves.map((curve, k) => (
              <CurveLine key={curve.id} curve={curve} x={x} y={y} shift={(k - (curves.length - 1) / 2) * 4} />
            ))}
          </>
        );
      }}
    </PlotFigure>
  );
}

type LineProps = { curve: Curve; x: (v: number) => number; y: (v: number) => number; shift: number };

function CurveLine({ curve: { name, position, points }, x, y, shift }: LineProps) {
  const { colour, dash } = candidateColour(position);
  const paint = `var(${colour})`;
  const places = points.map(({ shots, accuracy }) => [x(shots) + shift, y(accuracy.value ?? 0)] as const);
  return (
    <g stroke={paint} fill={paint}>
      <polyline
        points={places.map((place) => place.join(',')).join(' ')}
        fill="none"
        strokeWidth={1.5}
        strokeDasharray={dash?.join(' ')}
      />
      {points.map(({ shots, draws, accuracy: { value, low, high } }, i) => (
        <g key={shots}>
          {low != null && high != null && (
            <line x1={places[i]![0]} x2={places[i]![0]} y1={y(low)} y2={y(high)} strokeOpacity={0.6} />
          )}
          <circle cx={places[i]![0]} cy={places[i]![1]} r={3}>
            <title>{`${name}, ${shots} examples of each class: ${formatShare(value ?? 0)} over ${draws} draws`}</title>
          </circle>
        </g>
      ))}
    </g>
  );
}

/** Names at the lower right, where curves that rise leave room. */
function Legend({ curves, right, bottom }: { curves: Curve[]; right: number; bottom: number }) {
  return curves.map(({ id, name, position }, i) => {
    const y = bottom - 10 - (curves.length - 1 - i) * 16;
    const { colour, dash } = candidateColour(position);
    return (
      <g key={id}>
        <line
          x1={right - 20}
          x2={right}
          y1={y}
          y2={y}
          stroke={`var(${colour})`}
          strokeWidth={2}
          strokeDasharray={dash?.join(' ')}
        />
        <text x={right - 26} y={y + 4} textAnchor="end" fill="var(--ink)">
          {name}
        </text>
      </g>
    );
  });
}
