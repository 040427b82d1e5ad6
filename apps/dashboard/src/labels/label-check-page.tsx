'use client';
import { Download } from 'lucide-react';
import { OfProject } from '@/access/if-making';
import { formatCount } from '@/format/number';
import type { LabelCheckDetailFragment } from '@/generated/graphql';
import { useLive } from '@/graphql/use-live';
import { NameWithStatus } from '@/runs/name-with-status';
import { hasEnded } from '@/runs/status-badge';
import { Answer } from '@/ui/answer';
import { buttonClass } from '@/ui/button';
import { EntityActions } from '@/ui/entity-actions';
import { Link } from '@/ui/link';
import { MissingPage } from '@/ui/page/missing-page';
import { PageHeader } from '@/ui/page/page-header';
import { PageTitle } from '@/ui/page/page-title';
import { ProblemNote } from '@/ui/problem-note';
import { ProgressBar } from '@/ui/progress-bar';
import { Section } from '@/ui/section';
import { FindingsList } from './findings-list';
import {
  CancelLabelCheck,
  DeleteLabelCheck,
  LabelCheckChanged,
  LabelCheckQuery,
  RetryLabelCheck,
} from './label-check.operations';

const LINK = 'text-ink underline decoration-line-strong underline-offset-2 hover:decoration-accent';

export function LabelCheckPage({ id }: { id: string }) {
  return (
    <Answer {...useLive(LabelCheckQuery, LabelCheckChanged, id)}>
      {({ labelCheck }) =>
        labelCheck ? (
          <OfProject project={labelCheck.version.dataSet.project ?? undefined}>
            <CheckView check={labelCheck} />
          </OfProject>
        ) : (
          <MissingPage what="check" list="/data" />
        )
      }
    </Answer>
  );
}

function CheckView({ check }: { check: LabelCheckDetailFragment }) {
  const { id, name, status, failure, report, version, model } = check;
  return (
    <>
      <PageTitle title={`Labels of ${version.dataSet.name}`} />
      <PageHeader
        title={<NameWithStatus name={`Labels of ${version.dataSet.name}`} status={status} />}
        under={
          <>
            <Link href={`/data/${version.dataSet.id}?version=${version.number}`} className={LINK}>
              Version {version.number}
            </Link>
            , judged by {name}
            {model && (
              <>
                {' '}
                (
                <Link href={`/models/${model.id}`} className={LINK}>
                  about the model
                </Link>
                )
              </>
            )}
          </>
        }
        actions={<CheckActions check={check} />}
      />
      {failure && <ProblemNote problem={failure} title="The check failed" />}
      <Progress check={check} />
      {report && (
        <>
          <p className="mb-6 max-w-[72ch] [overflow-wrap:anywhere]">{report.summary}</p>
          <Section title="What mending is worth">
            {report.worth.length === 0 ? (
              <p className="text-muted">
                {report.wrongLabels > 0 ? 'It was not measured.' : 'No labels to fix were found.'}
              </p>
            ) : (
              <ul className="max-w-[80ch] space-y-2 [overflow-wrap:anywhere]">
                {report.worth.map(({ fix, sentence }) => (
                  <li key={fix}>{sentence}</li>
                ))}
              </ul>
            )}
          </Section>
          {report.pairs.length > 0 && (
            <Section title="Classes that are hard to tell apart">
              <ul className="max-w-[80ch] space-y-2 [overflow-wrap:anywhere]">
                {report.pairs.slice(0, 12).map(({ classes, sentence }) => (
                  <li key={classes.join(' ')}>{sentence}</li>
                ))}
              </ul>
            </Section>
          )}
          <Section title="Examples to look at">
            <OfProject project={version.dataSet.project}>
              <FindingsList
                checkId={id}
                report={report}
                versionId={version.id}
                dataHref={`/data/${version.dataSet.id}?version=${version.number}&tab=examples`}
              />
            </OfProject>
          </Section>
        </>
      )}
    </>
  );
}

function Progress({ check: { status, progress } }: { check: LabelCheckDetailFragment }) {
  if (hasEnded(status)) return null;
  if (!progress)
    return <p className="text-muted">{status === 'QUEUED' ? 'Waiting for a worker.' : 'Starting.'}</p>;
  const { phase, done, total } = progress;
  const what = phase === 'FEATURES' ? 'examples looked at' : 'steps of the cross-validation';
  return (
    <div className="max-w-xl">
      <ProgressBar label="Checked" share={done / Math.max(1, total)} className="mb-2" />
      <p className="text-muted">
        {formatCount(done)} of {formatCount(total)} {what}
      </p>
    </div>
  );
}

const CheckActions = ({ check: { id, status, csvUrl, version } }: { check: LabelCheckDetailFragment }) => (
  <EntityActions
    what="check"
    status={status}
    cancel={(client) => client.mutation(CancelLabelCheck, { id })}
    retry={(client) => client.mutation(RetryLabelCheck, { id })}
    remove={{
      act: (client) => client.mutation(DeleteLabelCheck, { id }),
      question: 'Delete this check?',
      lost: 'Its findings are lost. The data set stays as it is.',
      after: `/data/${version.dataSet.id}?tab=labels`,
    }}
  >
    {status === 'DONE' && (
      <a href={csvUrl} download className={buttonClass()}>
        <Download aria-hidden />
        Findings (CSV)
      </a>
    )}
  </EntityActions>
);
