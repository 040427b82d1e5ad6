import { formatCount, formatShare, formatValue } from '@/format/number';
import type { ReportFragment } from '@/generated/graphql';
import { ConfusionMatrix, LARGEST_MATRIX } from './confusion-matrix';
import { Confusions } from './confusions';
import { IntervalBar } from './interval-bar';
import { missedText, untestedText } from './untested';

/** Of lopsided classes: what the largest one alone would bring. */
function baselineText({ classes, counts }: ReportFragment['confusion']): string {
  const sizes = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const most = Math.max(...sizes);
  if (2 * most <= total) return '';
  return `Always answering “${classes[sizes.indexOf(most)]}” would be right on ${formatShare(most / total)}.`;
}

/** How well a model does on examples that it never saw. */
export function TestReport({ report }: { report: ReportFragment }) {
  const { part, exampleCount, accuracy, accuracyLow, accuracyHigh, macroF1, loss, confusion } = report;
  const untested = untestedText(report.untestedClasses);
  const missed = missedText(report.missedClasses);
  const hasMatrix = confusion.classes.length <= LARGEST_MATRIX;
  return (
    <div>
      <p className="mb-4 max-w-[72ch] text-muted">
        On {formatCount(exampleCount)} examples of the {part} part, which training never saw, the model is
        right on <strong className="font-semibold text-ink">{formatShare(accuracy)}</strong>. Were other
        examples of the same kind drawn, 95 % of such intervals would hold the true accuracy:{' '}
        {formatShare(accuracyLow)} to {formatShare(accuracyHigh)}. {baselineText(confusion)}
      </p>
      {untested && (
        <p className="mb-4 max-w-[72ch] font-medium text-warn">{untested} These figures say nothing of it.</p>
      )}
      {missed && <p className="mb-4 max-w-[72ch] font-medium text-warn">{missed}</p>}
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,320px)_minmax(0,1fr)]">
        <div className="min-w-0 space-y-5">
          <IntervalBar label="Accuracy" value={accuracy} low={accuracyLow} high={accuracyHigh} />
          <dl className="grid grid-cols-2 gap-y-1.5">
            <dt className="text-muted">Macro F1</dt>
            <dd className="font-medium">{formatShare(macroF1)}</dd>
            <dt className="text-muted">Loss</dt>
            <dd className="font-medium">{formatValue(loss)}</dd>
          </dl>
          {hasMatrix && <Confusions confusion={confusion} />}
        </div>
        {hasMatrix ? <ConfusionMatrix confusion={confusion} /> : <Confusions confusion={confusion} />}
      </div>
    </div>
  );
}
