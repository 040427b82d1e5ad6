import { formatDuration } from '@/format/duration';
import { formatShare, formatValue } from '@/format/number';
import type { RunDetailFragment } from '@/generated/graphql';
import { untestedText } from '@/report/untested';
import { type Figure, Figures } from '@/ui/figures';
import { isSolved } from './is-solved';
import { hasEnded } from './status-badge';
import { summaryValue } from './summary-value';

type Judged = Pick<
  RunDetailFragment,
  'summary' | 'report' | 'episodeReport' | 'progress' | 'technique' | 'method' | 'status'
>;
type Known = { name: string; of: string; show: (value: number) => string };

const share = (value: number) => formatShare(value);

/** A tuned encoder is judged by one held-out part, heads by folds. */
const byHeldOut = (method: string): Known => ({
  name: method === 'TUNE_ENCODER' ? 'Held-out accuracy' : 'Cross-validated accuracy',
  of: 'crossValidationAccuracy',
  show: share,
});
const BY_CLASSES: Known[] = [
  { name: 'Validation accuracy', of: 'validationAccuracy', show: share },
  { name: 'Validation macro F1', of: 'validationMacroF1', show: share },
  { name: 'Validation loss', of: 'validationLoss', show: formatValue },
  { name: 'Training loss', of: 'trainLoss', show: formatValue },
];
const BY_EPISODES: Known[] = [
  { name: 'Validation accuracy', of: 'validationAccuracy', show: share },
  { name: 'Loss of the last step', of: 'loss', show: formatValue },
  { name: 'Accuracy of the last step', of: 'accuracy', show: share },
  { name: 'Episodes a second', of: 'episodesPerSecond', show: formatValue },
];

/** The loss of a head on what it was solved for says nothing; what a tuned encoder was watched by was not yet its head. */
const figuresOfTransfer = (method: string, solved: boolean): Known[] =>
  method === 'TUNE_ENCODER' ? [] : BY_CLASSES.filter(({ of }) => !solved || of !== 'trainLoss');

/** The numbers that a run is judged by, as far as they are known; an ended run never gets what it lacks, and one that is solved for gets all at once. */
export function RunFigures({ run }: { run: Judged }) {
  const { summary, report, episodeReport, progress, technique, method, status } = run;
  const tested = episodeReport ?? report;
  const solved = isSolved({ technique, method });
  const known = {
    META: BY_EPISODES,
    TRANSFER: [byHeldOut(method), ...figuresOfTransfer(method, solved)],
    PRETRAIN: BY_CLASSES,
  }[technique];
  const figures = known.flatMap(({ name, of, show }): Figure[] => {
    const value = summaryValue(summary, of);
    if (value === null) return solved || hasEnded(status) ? [] : [{ name, value: '–' }];
    const low = summaryValue(summary, `${of}Low`);
    const high = summaryValue(summary, `${of}High`);
    const interval = low !== null && high !== null ? { under: `${show(low)} – ${show(high)}` } : {};
    return [{ name, value: show(value), ...interval }];
  });
  const test = tested && {
    name: episodeReport ? `Test, ${episodeReport.ways}-way ${episodeReport.shots}-shot` : 'Test accuracy',
    value: formatShare(tested.accuracy),
    under: `${formatShare(tested.accuracyLow)} – ${formatShare(tested.accuracyHigh)}`,
    but: untestedText(report?.untestedClasses ?? []),
  };
  const time = { name: 'Training time', value: progress ? formatDuration(progress.secondsElapsed) : '–' };
  // What folds say of all training examples is surer than one small test part.
  const heldOut = byHeldOut(method).name;
  const first = figures.filter(({ name }) => name === heldOut);
  const others = figures.filter(({ name }) => name !== heldOut);
  return <Figures figures={[...first, ...(test ? [test] : []), ...others, time]} />;
}
