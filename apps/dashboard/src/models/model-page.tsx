'use client';
import { OfProject } from '@/access/if-making';
import { ImportanceSection } from '@/columns/importance-section';
import { modalityLook } from '@/data/modality';
import { WarningNotes } from '@/evaluation/warning-notes';
import { formatBytes } from '@/format/bytes';
import { formatCount, formatMany, formatShare } from '@/format/number';
import type { ModelQuery as ModelAnswer } from '@/generated/graphql';
import { useAnswer } from '@/graphql/use-answer';
import { useDeletions } from '@/graphql/use-deletions';
import { KeptInputsSection } from '@/kept-inputs/kept-inputs-section';
import { PredictFileSection } from '@/predictions/predict-file-section';
import { ComparedHeads } from '@/report/compared-heads';
import { EpisodeReport } from '@/report/episode-report';
import { ProbabilityLine } from '@/report/probability-line';
import { TestReport } from '@/report/test-report';
import { untestedText } from '@/report/untested';
import { RunSwatch } from '@/runs/run-swatch';
import { MovedNames } from '@/serving/moved-names';
import { ServeSection } from '@/serving/serve-section';
import { ThresholdSection } from '@/threshold/threshold-section';
import { Ago } from '@/ui/ago';
import { Answer } from '@/ui/answer';
import { type Figure, Figures } from '@/ui/figures';
import { Link } from '@/ui/link';
import { MissingPage } from '@/ui/page/missing-page';
import { PageHeader } from '@/ui/page/page-header';
import { PageTitle } from '@/ui/page/page-title';
import { Section } from '@/ui/section';
import { kindOf } from './kind-of';
import { LayersTable } from './layers-table';
import { Lineage } from './lineage';
import { ModelQuery } from './model.operations';
import { ModelActions } from './model-actions';
import { ModelNote } from './model-note';
import { placeOf, SurenessSection } from './sureness-section';
import { UsageSection } from './usage-section';

export type Model = NonNullable<ModelAnswer['model']>;

export function ModelPage({ id }: { id: string }) {
  const answer = useAnswer(ModelQuery, { id });
  useDeletions(id, answer.retry);
  return (
    <Answer {...answer}>
      {({ model }) =>
        model ? (
          <OfProject project={model.project}>
            <ModelView model={model} />
          </OfProject>
        ) : (
          <MissingPage what="model" list="/models" />
        )
      }
    </Answer>
  );
}

/** Where a threshold was set, how good the answers are by that comes first. */
function atThreshold(two: Model['twoClasses']): Figure[] {
  if (!two || two.threshold === 0.5) return [];
  return [
    {
      name: `Accuracy at threshold ${formatShare(two.threshold)}`,
      value: formatShare(two.accuracy),
      under: `${formatShare(two.accuracyLow)} – ${formatShare(two.accuracyHigh)}, ${formatCount(two.positives + two.negatives)} held-out examples`,
    },
  ];
}

/** Where it answers only when sure, how much it answers, and how many of these answers are right. */
function whenSure({ answered, sureness }: Pick<Model, 'answered' | 'sureness'>): Figure[] {
  const point = answered === null ? undefined : sureness?.[placeOf(sureness, answered)];
  if (!point) return [];
  return [
    {
      name: 'Answers when sure',
      value: formatShare(point.answered),
      under: `${formatShare(point.accuracy)} of these right, held out`,
    },
  ];
}

function ModelView({ model }: { model: Model }) {
  const { id, name, bytes, parameterCount, classes, input, version, run } = model;
  const { report, episodeReport, isMetaModel, columnImportance } = model;
  const tested = episodeReport ?? report;
  return (
    <>
      <PageTitle title={name} />
      <PageHeader
        title={
          <>
            <RunSwatch id={run?.id ?? id} />
            <span className="min-w-0 break-words">{name}</span>
          </>
        }
        under={
          <>
            {kindOf(model)} for one {modalityLook(input.modality).one}
            {version && (
              <>
                , trained on{' '}
                <Link href={`/data/${version.dataSet.id}`} className="text-ink underline underline-offset-2">
                  {version.dataSet.name}
                </Link>
              </>
            )}
            , <Ago at={model.createdAt} />
          </>
        }
        actions={<ModelActions model={model} />}
      />
      <Figures
        figures={[
          ...whenSure(model),
          ...atThreshold(model.twoClasses),
          ...(tested
            ? [
                {
                  name: episodeReport
                    ? `Test, ${episodeReport.ways}-way ${episodeReport.shots}-shot`
                    : atThreshold(model.twoClasses).length > 0
                      ? 'Test accuracy, most probable class'
                      : 'Test accuracy',
                  value: formatShare(tested.accuracy),
                  under: `${formatShare(tested.accuracyLow)} – ${formatShare(tested.accuracyHigh)}${report ? `, ${formatMany(report.exampleCount, 'test example')}` : ''}`,
                  but: untestedText(report?.untestedClasses ?? []),
                },
              ]
            : []),
          ...(input.tokens
            ? [
                {
                  name: 'Reads',
                  value: formatMany(input.tokens, 'token'),
                  under: 'of a text; the rest is cut off',
                },
              ]
            : []),
          ...(isMetaModel ? [] : [{ name: 'Classes', value: formatCount(classes.length) }]),
          ...(parameterCount > 0 ? [{ name: 'Parameters', value: formatCount(parameterCount) }] : []),
          { name: 'Size', value: formatBytes(bytes) },
        ]}
      />
      {report && <WarningNotes warnings={version?.testWarnings ?? []} />}
      <MovedNames served={model.served} />
      <ModelNote model={model} />
      <div className="mb-6">
        <ProbabilityLine text={model.probabilityText} />
      </div>
      {model.sureness && <SurenessSection model={model} points={model.sureness} />}
      {!isMetaModel && classes.length === 2 && <ThresholdSection model={model} />}
      {!isMetaModel && <PredictFileSection modelId={id} modality={input.modality} />}
      {episodeReport && (
        <Section title="Test on new classes">
          <EpisodeReport report={episodeReport} />
        </Section>
      )}
      {report && (
        <Section title="Test">
          <TestReport report={report} />
        </Section>
      )}
      <ComparedHeads heads={model.comparedHeads} />
      {columnImportance && <ImportanceSection found={columnImportance} />}
      {!isMetaModel && <ServeSection model={model} />}
      {!isMetaModel && <UsageSection modelId={id} />}
      {!isMetaModel && <KeptInputsSection model={model} />}
      <div className="grid gap-x-10 lg:grid-cols-2">
        <Section title="Lineage">
          <Lineage model={model} />
        </Section>
        {!isMetaModel && (
          <Section title={formatMany(classes.length, 'class', 'classes')}>
            <ul
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys, too
              tabIndex={0}
              aria-label="Classes"
              className="flex max-h-60 flex-wrap gap-1.5 overflow-y-auto"
            >
              {classes.map((each) => (
                <li key={each} className="rounded border px-1.5">
                  {each}
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
      <Section title="Layers">
        <LayersTable layers={model.layers} />
      </Section>
    </>
  );
}
