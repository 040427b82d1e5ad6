import { formatShare } from '@/format/number';
import { atThreshold, type Rates } from './at-threshold';
import { RatesPlot } from './rates-plot';

type Props = {
  two: {
    positive: string;
    positives: number;
    negatives: number;
    areaUnderRoc: number;
    averagePrecision: number;
    points: Rates[];
  };
  other: string;
  threshold: number;
};

/** To three decimals, but 1 only where it is. */
const below1 = (value: number): string => (value < 1 ? Math.min(value, 0.999) : value).toFixed(3);

/** The ROC and the precision-recall curve, each with the threshold on it. */
export function ThresholdPlots({ two, other, threshold }: Props) {
  const { positive, positives, negatives, areaUnderRoc, averagePrecision, points } = two;
  const { recall, falsePositiveRate, precision } = atThreshold(points, threshold);
  const share = positives / (positives + negatives);
  const told = `At ${formatShare(threshold)}: ${formatShare(recall)} of ${positive} found`;
  const rows = () => [
    ['threshold', 'recall', 'false positive rate', 'precision'],
    ...points.map((one) => [one.threshold, one.recall, one.falsePositiveRate, one.precision]),
  ];
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <RatesPlot
        title="ROC curve"
        sentence={`Finding more of “${positive}” means that more of “${other}” is taken for it. Area under the curve: ${below1(areaUnderRoc)}, where 1 tells all apart and 0.5 is guessing.`}
        axes={{ x: `${short(other)} taken for ${short(positive)}`, y: `${short(positive)} found` }}
        curve={[[0, 0], ...points.map((one) => [one.falsePositiveRate, one.recall] as const)]}
        chance={[
          [0, 0],
          [1, 1],
        ]}
        mark={{
          at: [falsePositiveRate, recall],
          title: `${told}, ${formatShare(falsePositiveRate)} of ${other} taken for it`,
        }}
        rows={rows}
      />
      <RatesPlot
        title="Precision and recall"
        sentence={`Finding more of “${positive}” makes the answer “${positive}” less reliable. Average precision: ${below1(averagePrecision)}, where guessing has ${share.toFixed(3)}.`}
        axes={{
          x: `${short(positive)} found (recall)`,
          y: `“${short(positive)}” answers that are right (precision)`,
        }}
        curve={stairs(points)}
        chance={[
          [0, share],
          [1, share],
        ]}
        mark={
          precision === null
            ? null
            : { at: [recall, precision], title: `${told}, ${formatShare(precision)} of its answers right` }
        }
        rows={rows}
      />
    </div>
  );
}

/** Precision holds from the recall before up to its own, as average precision counts it. */
const stairs = (points: readonly Rates[]) =>
  points.flatMap(({ recall, precision }, i) => [
    [points[i - 1]?.recall ?? 0, precision] as const,
    [recall, precision] as const,
  ]);

const short = (name: string): string => (name.length > 16 ? `${name.slice(0, 15)}…` : name);
