'use client';
import { Download, Trash2, Wand } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMutation, useQuery } from 'urql';
import { modalityLook } from '@/data/modality';
import { formatBytes } from '@/format/bytes';
import { formatCount, formatMany, formatShare } from '@/format/number';
import type { ModelQuery as ModelAnswer } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { TestReport } from '@/report/test-report';
import { RunSwatch } from '@/runs/run-swatch';
import { Ago } from '@/ui/ago';
import { Answer } from '@/ui/answer';
import { ButtonLink, buttonClass, IconButton } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { Figures } from '@/ui/figures';
import { MissingPage } from '@/ui/missing-page';
import { PageHeader } from '@/ui/page-header';
import { PageTitle } from '@/ui/page-title';
import { ProblemNote } from '@/ui/problem-note';
import { Section } from '@/ui/section';
import { LayersTable } from './layers-table';
import { Lineage } from './lineage';
import { DeleteModel, ModelQuery } from './model.operations';

export type Model = NonNullable<ModelAnswer['model']>;

export function ModelPage({ id }: { id: string }) {
  const [{ data, error }, refetch] = useQuery({ query: ModelQuery, variables: { id } });
  return (
    <Answer data={data} error={error} retry={() => refetch({ requestPolicy: 'network-only' })}>
      {({ model }) => (model ? <ModelView model={model} /> : <MissingPage what="model" list="/models" />)}
    </Answer>
  );
}

function ModelView({ model }: { model: Model }) {
  const { id, name, technique, bytes, parameterCount, classes, input, report, version, run, layers } = model;
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
            {technique.toLowerCase()} model for one {modalityLook(input.modality).one}
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
          ...(report
            ? [
                {
                  name: 'Test accuracy',
                  value: formatShare(report.accuracy),
                  under: `${formatShare(report.accuracyLow)} – ${formatShare(report.accuracyHigh)}`,
                },
              ]
            : []),
          { name: 'Classes', value: formatCount(classes.length) },
          { name: 'Parameters', value: formatCount(parameterCount) },
          { name: 'Size', value: formatBytes(bytes) },
        ]}
      />
      {report && (
        <Section title="Test">
          <TestReport report={report} />
        </Section>
      )}
      <div className="grid gap-x-10 lg:grid-cols-2">
        <Section title="Layers">
          <LayersTable layers={layers} />
        </Section>
        <div>
          <Section title="Lineage">
            <Lineage model={model} />
          </Section>
          <Section title={formatMany(classes.length, 'class', 'classes')}>
            <ul className="flex max-h-60 flex-wrap gap-1.5 overflow-y-auto">
              {classes.map((each) => (
                <li key={each} className="rounded border px-1.5">
                  {each}
                </li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
    </>
  );
}

function ModelActions({ model: { id, name, downloadUrl } }: { model: Model }) {
  const router = useRouter();
  const [deleted, remove] = useMutation(DeleteModel);
  const problem = problemOf(deleted.error);
  const onDelete = async () => {
    const { error } = await remove({ id });
    if (!error) router.push('/models');
  };
  return (
    <>
      <Confirm
        trigger={
          <IconButton name="Delete model">
            <Trash2 aria-hidden />
          </IconButton>
        }
        title={`Delete the model “${name}”?`}
        text="Programs that predict with it will get an error. Its run stays."
        verb="Delete model"
        onConfirm={() => void onDelete()}
      />
      <a href={downloadUrl} download className={buttonClass('plain')}>
        <Download aria-hidden />
        Download
      </a>
      <ButtonLink look="primary" href={`/models/${id}/try`}>
        <Wand aria-hidden />
        Try it
      </ButtonLink>
      {problem && <ProblemNote problem={problem} className="w-full" />}
    </>
  );
}
