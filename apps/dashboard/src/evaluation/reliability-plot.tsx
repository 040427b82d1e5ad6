import { ticks } from '@/chart/ticks';
import { formatShare } from '@/format/number';
import type { EvaluationDetailFragment } from '@/generated/graphql';
import { Axes } from '@/plot/axes';
import { linear } from '@/plot/frame';
import { PlotFigure } from '@/plot/plot-figure';

type Report = NonNullable<EvaluationDetailFragment['report']>;
const HEIGHT = 260;

/** How sure it was against how often it was right. */
export function ReliabilityPlot({ report }: { report: Report }) {
  const bins = report.reliability.filter(({ count }) => count > 0);
  const most = Math.max(...bins.map(({ count }) => count));
  return (
    <PlotFigure
      title="Can its probabilities be believed?"
      sentence={`A dot on the diagonal means: of the answers given with 80 % certainty, 80 % are right. Below it, answers are less right than they claim. On average they are off by ${formatShare(report.calibrationError.value ?? 0)}. Larger dots stand for more answers.`}
      height={HEIGHT}
      rows={() => [
        ['from', 'to', 'answers', 'mean probability', 'share right'],
        ...report.reliability.map((bin) => [bin.from, bin.to, bin.count, bin.confidence, bin.accuracy]),
      ]}
    >
      {(width) => {
        const [left, right, top, bottom] = [44, Math.min(width - 12, 460), 20, HEIGHT - 40];
        const [x, y] = [linear([0, 1], [left, right]), linear([0, 1], [bottom, top])];
        const format = (value: number) => formatShare(value, 0);
        const marks = ticks(0, 1, 4);
        return (
          <>
            <Axes
              x={{ scale: x, ticks: marks, format, label: 'how sure it was' }}
              y={{ scale: y, ticks: marks, format, label: 'how often it was right' }}
              {...{ left, right, top, bottom }}
            />
            <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} stroke="var(--faint)" strokeDasharray="4 4" />
            {bins.map(({ from, to, count, confidence, accuracy }) => (
              <circle
                key={from}
                cx={x(confidence ?? 0)}
                cy={y(accuracy ?? 0)}
                r={3 + 6 * Math.sqrt(count / most)}
                fill="var(--c0)"
                fillOpacity={0.75}
              >
                <title>{`${formatShare(from, 0)} to ${formatShare(to, 0)} sure: ${count} answers, ${formatShare(accuracy ?? 0)} right`}</title>
              </circle>
            ))}
          </>
        );
      }}
    </PlotFigure>
  );
}
