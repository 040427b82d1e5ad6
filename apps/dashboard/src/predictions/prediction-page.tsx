'use client';
import { formatDuration } from '@/format/duration';
import { formatCount, formatMany, formatShare } from '@/format/number';
import type { FilePredictionDetailFragment } from '@/generated/graphql';
import { useLive } from '@/graphql/use-live';
import { NameWithStatus } from '@/runs/name-with-status';
import { hasEnded } from '@/runs/status-badge';
import { Answer } from '@/ui/answer';
import { type Figure, Figures } from '@/ui/figures';
import { Link } from '@/ui/link';
import { MissingPage } from '@/ui/page/missing-page';
import { PageHeader } from '@/ui/page/page-header';
import { PageTitle } from '@/ui/page/page-title';
import { ProblemNote } from '@/ui/problem-note';
import { ProgressBar } from '@/ui/progress-bar';
import { Section } from '@/ui/section';
import { PredictedRows } from './predicted-rows';
import { PredictionChanged, PredictionQuery } from './prediction.operations';
import { PredictionActions } from './prediction-actions';
import { PredictionScore } from './prediction-score';

export function PredictionPage({ id }: { id: string }) {
  return (
    <Answer {...useLive(PredictionQuery, PredictionChanged, id)}>
      {({ prediction }) =>
        prediction ? (
          <PredictionView prediction={prediction} />
        ) : (
          <MissingPage what="prediction" list="/models" />
        )
      }
    </Answer>
  );
}

function PredictionView({ prediction }: { prediction: FilePredictionDetailFragment }) {
  const { id, name, status, failure, summary, model, modelName } = prediction;
  return (
    <>
      <PageTitle title={`${name}, predicted`} />
      <PageHeader
        title={<NameWithStatus name={name} status={status} />}
        under={
          <>
            Predicted by{' '}
            {model ? (
              <Link href={`/models/${model.id}`} className="text-ink underline underline-offset-2">
                {model.name}
              </Link>
            ) : (
              `${modelName}, which was deleted`
            )}
          </>
        }
        actions={<PredictionActions prediction={prediction} />}
      />
      {failure && <ProblemNote problem={failure} title="The file could not be predicted" />}
      <Progress prediction={prediction} />
      {summary && (
        <>
          <Figures figures={figuresOf(prediction)} />
          {summary.notes.length > 0 && (
            <ul className="mb-6 max-w-[80ch] space-y-1 text-muted [overflow-wrap:anywhere]">
              {summary.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
          <Section title="Rows">
            <PredictedRows id={id} summary={summary} model={model} />
          </Section>
          {summary.score && <PredictionScore score={summary.score} labelColumn={summary.labelColumn} />}
        </>
      )}
    </>
  );
}

function figuresOf({ summary, startedAt, endedAt }: FilePredictionDetailFragment): Figure[] {
  if (!summary) return [];
  const { rows, unread, noneOfThese, score } = summary;
  const seconds = startedAt && endedAt ? (Date.parse(endedAt) - Date.parse(startedAt)) / 1000 : null;
  return [
    {
      name: 'Rows',
      value: formatCount(rows),
      under: unread > 0 ? `${formatCount(unread)} unread` : undefined,
    },
    ...(score
      ? [
          {
            name: 'Accuracy',
            value: formatShare(score.accuracy),
            under: `${formatShare(score.accuracyLow)} – ${formatShare(score.accuracyHigh)}`,
          },
        ]
      : []),
    ...(noneOfThese !== null && noneOfThese !== undefined
      ? [
          {
            name: 'None of these',
            value: formatCount(noneOfThese),
            under: 'not sure enough',
          },
        ]
      : []),
    ...(seconds === null ? [] : [{ name: 'Time', value: formatDuration(seconds) }]),
  ];
}

function Progress({ prediction: { status, progress } }: { prediction: FilePredictionDetailFragment }) {
  if (hasEnded(status)) return null;
  if (!progress)
    return <p className="text-muted">{status === 'QUEUED' ? 'Waiting for a worker.' : 'Starting.'}</p>;
  const { rows, share, secondsLeft } = progress;
  return (
    <div className="max-w-xl">
      <ProgressBar label="Predicted" share={share} className="mb-2" />
      <p className="text-muted">
        {formatMany(rows, 'row')}, {formatShare(share, 0)}
        {typeof secondsLeft === 'number' && `, ${formatDuration(secondsLeft)} left`}
      </p>
    </div>
  );
}
