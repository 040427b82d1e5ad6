import { formatShare } from '@/format/number';
import type { AdvisedOptionContentFragment } from '@/generated/graphql';
import { accuracyAxis } from '@/plot/accuracy-axis';
import { Axes } from '@/plot/axes';
import { logarithmic } from '@/plot/frame';
import { PlotFigure } from '@/plot/plot-figure';

const HEIGHT = 260;

/** The learning curve of one option, with the band that nine of ten truths lie in. */
export function FutureCurve({ option: { title, curve } }: { option: AdvisedOptionContentFragment }) {
  const shots = curve.map((point) => point.shots);
  const first = shots[0] ?? 1;
  const last = Math.max(shots.at(-1) ?? 2, first + 1);
  return (
    <PlotFigure
      title="What more examples would be worth"
      sentence={`Predicted accuracy of ${title} by the number of examples of each class, carried on from yours. The farther from yours, the less sure: in nine of ten cases the truth lies within the band.`}
      height={HEIGHT}
      rows={() => [
        ['examples of each class', 'accuracy', 'low', 'high'],
        ...curve.map(({ shots: k, value, low, high }) => [k, value, low, high]),
      ]}
    >
      {(width) => {
        const [left, right, top, bottom] = [48, width - 16, 20, HEIGHT - 40];
        const x = logarithmic([first, last], [left + 12, right - 12]);
        const accuracies = accuracyAxis(
          curve.flatMap((point) => [point.low, point.high]),
          [bottom, top],
        );
        const y = accuracies.scale;
        const place = (k: number, value: number) => `${x(k)},${y(value)}`;
        const band = [
          ...curve.map((point) => place(point.shots, point.high)),
          ...[...curve].reverse().map((point) => place(point.shots, point.low)),
        ];
        const marks = shots.filter((_, i) => width > 420 || i % 2 === 0);
        return (
          <>
            <Axes
              x={{ scale: x, ticks: marks, format: String, label: 'examples of each class' }}
              y={accuracies}
              {...{ left, right, top, bottom }}
            />
            <polygon points={band.join(' ')} fill="var(--accent)" fillOpacity={0.15} />
            <polyline
              points={curve.map((point) => place(point.shots, point.value)).join(' ')}
              fill="none"
              stroke="var(--accent)"
              strokeWidth={1.5}
            />
            {curve.map((point) => (
              <circle key={point.shots} cx={x(point.shots)} cy={y(point.value)} r={3} fill="var(--accent)">
                <title>{`${point.shots} of each class: ${formatShare(point.value)}, ${formatShare(point.low)} to ${formatShare(point.high)}`}</title>
              </circle>
            ))}
          </>
        );
      }}
    </PlotFigure>
  );
}
