import { formatDuration } from '@/format/duration';
import { formatShare, formatValue } from '@/format/number';
import type { RunRowFragment } from '@/generated/graphql';
import type { Column } from '@/list/column';
import { Ago } from '@/ui/ago';
import { Link } from '@/ui/link';
import { ProgressBar } from '@/ui/progress-bar';
import { hasEpochs } from './is-solved';
import { RunSwatch } from './run-swatch';
import { hasEnded, StatusBadge } from './status-badge';
import { summaryValue } from './summary-value';

const value = (run: RunRowFragment, name: string, show: (value: number) => string) => {
  const known = summaryValue(run.summary, name);
  return known === null ? <span className="text-faint">–</span> : show(known);
};

const share = (known: number) => formatShare(known);

export const RUN_COLUMNS: Column<RunRowFragment>[] = [
  {
    key: 'name',
    title: 'Run',
    width: 240,
    sort: 'NAME',
    cell: (run) => (
      <Link
        href={`/runs/${run.id}`}
        data-row
        className="flex h-9 items-center gap-2.5 font-medium hover:text-accent"
      >
        <RunSwatch id={run.id} />
        <span className="truncate">{run.name}</span>
      </Link>
    ),
  },
  {
    key: 'status',
    title: 'Status',
    width: 120,
    sort: 'STATUS',
    cell: (run) => <StatusBadge status={run.status} cancelling={run.cancelRequested} />,
  },
  { key: 'progress', title: 'Progress', width: 120, cell: (run) => <RunShare run={run} /> },
  {
    key: 'data',
    title: 'Data set',
    width: 176,
    cell: ({ version }) => (
      <Link href={`/data/${version.dataSet.id}`} className="hover:text-accent">
        {version.dataSet.name}
      </Link>
    ),
  },
  {
    key: 'accuracy',
    title: 'Val. accuracy',
    width: 110,
    right: true,
    cell: (run) => value(run, 'validationAccuracy', share),
  },
  {
    key: 'f1',
    title: 'Val. F1',
    width: 90,
    right: true,
    cell: (run) => value(run, 'validationMacroF1', share),
  },
  {
    key: 'loss',
    title: 'Val. loss',
    width: 90,
    right: true,
    cell: (run) => value(run, 'validationLoss', formatValue),
  },
  {
    key: 'trainLoss',
    title: 'Train loss',
    width: 90,
    right: true,
    cell: (run) => value(run, 'trainLoss', formatValue),
  },
  {
    key: 'trainAccuracy',
    title: 'Train accuracy',
    width: 110,
    right: true,
    cell: (run) => value(run, 'trainAccuracy', share),
  },
  { key: 'technique', title: 'Technique', width: 100, cell: (run) => run.technique.toLowerCase() },
  { key: 'seed', title: 'Seed', width: 80, right: true, cell: (run) => run.seed },
  {
    key: 'duration',
    title: 'Time',
    width: 100,
    sort: 'DURATION',
    right: true,
    cell: ({ progress }) =>
      progress ? formatDuration(progress.secondsElapsed) : <span className="text-faint">–</span>,
  },
  {
    key: 'created',
    title: 'Created',
    width: 110,
    sort: 'CREATED_AT',
    right: true,
    cell: (run) => <Ago at={run.createdAt} />,
  },
];

function RunShare({ run }: { run: RunRowFragment }) {
  const { progress, status } = run;
  if (!progress) return <span className="text-faint">–</span>;
  const counted = hasEpochs(run)
    ? { word: 'epoch', text: `${progress.epoch} / ${progress.epochs}` }
    : { word: 'step', text: `${progress.step} / ${progress.steps}` };
  if (hasEnded(status))
    return (
      <span className="text-muted">
        {counted.word} {counted.text}
      </span>
    );
  return (
    <span className="flex items-center gap-2 pr-2">
      <ProgressBar
        label="Progress"
        share={progress.step / Math.max(1, progress.steps)}
        className="min-w-0 flex-1"
      />
      <span className="text-[12px] text-muted">{counted.text}</span>
    </span>
  );
}
