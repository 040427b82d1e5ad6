import { formatDuration } from '@/format/duration';
import { formatShare, formatValue } from '@/format/number';
import type { RunDetailFragment } from '@/generated/graphql';
import { Figures } from '@/ui/figures';
import { summaryValue } from './summary-value';

/** The numbers that a run is judged by, as far as they are known. */
export function RunFigures({ run }: { run: RunDetailFragment }) {
  const { summary, report, progress } = run;
  const known = (name: string, show: (value: number) => string) => {
    const value = summaryValue(summary, name);
    return value === null ? '–' : show(value);
  };
  const share = (value: number) => formatShare(value);
  return (
    <Figures
      figures={[
        ...(report
          ? [
              {
                name: 'Test accuracy',
                value: formatShare(report.accuracy),
                under: `${formatShare(report.accuracyLow)} – ${formatShare(report.accuracyHigh)}`,
              },
            ]
          : []),
        { name: 'Validation accuracy', value: known('validationAccuracy', share) },
        { name: 'Validation macro F1', value: known('validationMacroF1', share) },
        { name: 'Validation loss', value: known('validationLoss', formatValue) },
        { name: 'Training loss', value: known('trainLoss', formatValue) },
        { name: 'Time', value: progress ? formatDuration(progress.secondsElapsed) : '–' },
      ]}
    />
  );
}
