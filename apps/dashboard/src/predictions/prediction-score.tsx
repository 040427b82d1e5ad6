import { formatMany, formatShare } from '@/format/number';
import type { FilePredictionDetailFragment } from '@/generated/graphql';
import { ConfusionMatrix, LARGEST_MATRIX } from '@/report/confusion-matrix';
import { Confusions } from '@/report/confusions';
import { IntervalBar } from '@/report/interval-bar';
import { Section } from '@/ui/section';

type Score = NonNullable<NonNullable<FilePredictionDetailFragment['summary']>['score']>;
type Props = { score: Score; labelColumn: string | null | undefined };

/** How right the answers are where the file has the class. */
export function PredictionScore({ score, labelColumn }: Props) {
  const { rows, strange, accuracy, accuracyLow, accuracyHigh, confusion } = score;
  return (
    <Section title="Compared with the classes of the file">
      <p className="mb-4 max-w-[72ch] text-muted">
        {formatMany(rows, 'row')} {rows === 1 ? 'has' : 'have'} a class of the model
        {labelColumn && ` in column “${labelColumn}”`}; the model is right on{' '}
        <strong className="font-semibold text-ink">{formatShare(accuracy)}</strong>.
        {strange > 0 &&
          ` ${formatMany(strange, 'row')} with a class that it does not know ${strange === 1 ? 'does' : 'do'} not count.`}
      </p>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,320px)_minmax(0,1fr)]">
        <div className="space-y-5">
          <IntervalBar label="Accuracy" value={accuracy} low={accuracyLow} high={accuracyHigh} />
          {confusion && <Confusions confusion={confusion} />}
        </div>
        {confusion && confusion.classes.length <= LARGEST_MATRIX && <ConfusionMatrix confusion={confusion} />}
      </div>
    </Section>
  );
}
