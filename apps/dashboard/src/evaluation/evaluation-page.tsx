'use client';
import { formatCount, formatMany } from '@/format/number';
import type { EvaluationDetailFragment } from '@/generated/graphql';
import { useLive } from '@/graphql/use-live';
import { ConfusionMatrix, LARGEST_MATRIX } from '@/report/confusion-matrix';
import { NameWithStatus } from '@/runs/name-with-status';
import { Answer } from '@/ui/answer';
import { Link } from '@/ui/link';
import { MissingPage } from '@/ui/page/missing-page';
import { PageHeader } from '@/ui/page/page-header';
import { PageTitle } from '@/ui/page/page-title';
import { ProblemNote } from '@/ui/problem-note';
import { Section } from '@/ui/section';
import { CandidateSwatch } from './candidate-swatch';
import { ClassTable } from './class-table';
import { confusionOf } from './confusion-of';
import { CostsList } from './costs-list';
import { EvaluationActions } from './evaluation-actions';
import { EvaluationChanged, EvaluationQuery } from './evaluation-detail.operations';
import { EvaluationProgressLine } from './evaluation-progress';
import { MistakesList } from './mistakes-list';
import { ReliabilityPlot } from './reliability-plot';
import { ReportFigures } from './report-figures';
import { ShotCurvePlot } from './shot-curve-plot';
import { WarningNotes } from './warning-notes';

const LINK = 'text-ink underline decoration-line-strong underline-offset-2 hover:decoration-accent';

export function EvaluationPage({ id }: { id: string }) {
  return (
    <Answer {...useLive(EvaluationQuery, EvaluationChanged, id)}>
      {({ evaluation }) =>
        evaluation ? (
          <EvaluationView evaluation={evaluation} />
        ) : (
          <MissingPage what="evaluation" list="/evaluations" />
        )
      }
    </Answer>
  );
}

function EvaluationView({ evaluation }: { evaluation: EvaluationDetailFragment }) {
  const { id, name, status, version, model, study, report, failure, warnings, protocolText } = evaluation;
  return (
    <>
      <PageTitle title={name} />
      <PageHeader
        title={
          <>
            <CandidateSwatch position={evaluation.position} />
            <NameWithStatus name={name} status={status} />
          </>
        }
        under={
          <>
            {protocolText}, on{' '}
            <Link href={`/data/${version.dataSet.id}`} className={LINK}>
              {version.dataSet.name}
            </Link>
            {model && (
              <>
                , with the model{' '}
                <Link href={`/models/${model.id}`} className={LINK}>
                  {model.name}
                </Link>
              </>
            )}
            {study && (
              <>
                , in the study{' '}
                <Link href={`/studies/${study.id}`} className={LINK}>
                  {study.name}
                </Link>
              </>
            )}
          </>
        }
        actions={<EvaluationActions evaluation={evaluation} />}
      />
      {failure && <ProblemNote problem={failure} title="The evaluation failed" className="mb-6" />}
      <WarningNotes warnings={warnings} />
      <div className="mb-4">
        <EvaluationProgressLine evaluation={evaluation} />
      </div>
      {report && <ReportView id={id} name={name} position={evaluation.position} report={report} />}
      <Section title="Set and measured">
        <CostsList evaluation={evaluation} />
      </Section>
    </>
  );
}

type Report = NonNullable<EvaluationDetailFragment['report']>;

type ReportProps = { id: string; name: string; position: number; report: Report };

function ReportView({ id, name, position, report }: ReportProps) {
  const { units, examples, scored, seedCount, shots, classes, curve } = report;
  return (
    <>
      <Section title="Figures">
        <p className="mb-3 text-muted">
          {formatMany(scored, 'answer')} on {formatMany(examples, 'different example')}, in{' '}
          {formatMany(units, 'unit')} with {formatMany(seedCount, 'seed')}
          {shots != null && <>; the figures are those of {formatCount(shots)} examples to a class</>}.
        </p>
        <ReportFigures report={report} />
      </Section>
      <div className="grid gap-x-10 gap-y-6 border-t pt-4 pb-8 lg:grid-cols-2">
        {curve.length > 0 && <ShotCurvePlot curves={[{ id, name, position, points: curve }]} />}
        <ReliabilityPlot report={report} />
      </div>
      <Section title="Mistakes">
        <MistakesList id={id} />
      </Section>
      <Section title="Classes">
        <ClassTable report={report} />
      </Section>
      {classes.length <= LARGEST_MATRIX && (
        <Section title="Confusion">
          <ConfusionMatrix confusion={confusionOf(report)} />
        </Section>
      )}
    </>
  );
}
