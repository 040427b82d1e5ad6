'use client';
import { Hammer } from 'lucide-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { IfMaking, OfProject } from '@/access/if-making';
import { Contributions } from '@/columns/contributions';
import { pixelSide } from '@/data/pixel-side';
import type { PredictInput } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { ModelQuery } from '@/models/model.operations';
import type { Model } from '@/models/model-page';
import { surenessText } from '@/models/sureness-text';
import { Answer } from '@/ui/answer';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { MissingPage } from '@/ui/page/missing-page';
import { PageHeader } from '@/ui/page/page-header';
import { PageTitle } from '@/ui/page/page-title';
import { ProblemNote } from '@/ui/problem-note';
import { type Tab, Tabs } from '@/ui/tabs';
import { CoverageChoice } from './coverage-choice';
import { Explanation } from './explanation';
import { PossibleClasses } from './possible-classes';
import { Probabilities } from './probabilities';
import { PredictQuery } from './try.operations';
import { TryDrawing } from './try-drawing';
import { TryExample } from './try-example';
import { TryImages } from './try-images';
import { TryPixels } from './try-pixels';
import { TryRow } from './try-row';
import { TryText } from './try-text';

export function TryPage({ id }: { id: string }) {
  const [{ data, error }, refetch] = useQuery({ query: ModelQuery, variables: { id } });
  return (
    <Answer data={data} error={error} retry={() => refetch({ requestPolicy: 'network-only' })}>
      {({ model }) => {
        if (!model) return <MissingPage what="model" list="/models" />;
        return (
          <OfProject project={model.project}>
            {model.isMetaModel ? <MetaNote id={id} name={model.name} /> : <TryView model={model} />}
          </OfProject>
        );
      }}
    </Answer>
  );
}

function TryView({ model }: { model: Model }) {
  const [input, setInput] = useState<PredictInput | null>(null);
  const [way, setWay] = useState('');
  const [coverage, setCoverage] = useState<number | null>(0.9);
  const [{ data, error, fetching, operation }] = useQuery({
    query: PredictQuery,
    variables: {
      modelId: model.id,
      inputs: input ? [input] : [],
      coverage: model.calibration ? coverage : null,
    },
    pause: input === null,
    requestPolicy: 'network-only',
  });
  const problem = input && problemOf(error);
  // While a new question is under way, the old answer is still there: it must not stand beside it.
  const isOwn = operation?.variables.inputs[0] === input;
  const prediction = input && isOwn && !fetching ? data?.predict[0] : undefined;
  return (
    <>
      <PageTitle title={`Try ${model.name}`} />
      <PageHeader
        title={`Try ${model.name}`}
        under={
          <>
            Give it something it never saw.{' '}
            <Link href={`/models/${model.id}`} className="text-ink underline underline-offset-2">
              About the model
            </Link>
          </>
        }
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <Tabs
          tabs={waysToTry(model, setInput)}
          value={way}
          onChange={(next) => {
            setWay(next);
            setInput(null);
          }}
        />
        <section aria-label="Prediction" aria-live="polite" className="min-w-0">
          <CoverageChoice model={model} coverage={coverage} onChange={setCoverage} />
          {problem && <ProblemNote problem={problem} title="No prediction" />}
          {!problem && (
            <Probabilities
              prediction={prediction ?? null}
              waiting={input !== null && fetching}
              sureness={surenessText(model)}
            />
          )}
          {!problem && prediction?.set && <PossibleClasses set={prediction.set} />}
          {!problem && prediction && input && model.input.modality === 'TABLE' && model.version && (
            <Contributions modelId={model.id} input={input} />
          )}
          {!problem && prediction && input && model.provenanceProblem === null && (
            <Explanation modelId={model.id} input={input} />
          )}
          {model.provenanceProblem && (
            <p className="mt-6 max-w-[60ch] border-t pt-3 text-[12px] text-muted">
              It cannot name the examples that it rests on. {model.provenanceProblem}
            </p>
          )}
        </section>
      </div>
    </>
  );
}

/** A meta-model knows no classes of its own. */
const MetaNote = ({ id, name }: { id: string; name: string }) => (
  <EmptyState
    icon={Hammer}
    title={`${name} is a meta-model`}
    text="It knows no classes of its own. Give it a few examples of new classes, and it builds a model that you can try."
    action={
      <IfMaking>
        <ButtonLink look="primary" href={`/models/${id}/build`}>
          Build a sub-model
        </ButtonLink>
      </IfMaking>
    }
  />
);

/** The ways that suit what the model takes. */
function waysToTry(model: Model, onInput: (input: PredictInput | null) => void): Tab[] {
  const { input, version } = model;
  const example = version && {
    key: 'example',
    title: 'Pick an example',
    content: <TryExample versionId={version.id} onInput={onInput} />,
  };
  const drawing = { key: 'draw', title: 'Draw', content: <TryDrawing onInput={onInput} /> };
  const image = {
    key: 'image',
    title: 'Use an image',
    content: <TryImages modelId={model.id} onInput={onInput} />,
  };
  const columns = input.columns ?? [];
  const side = pixelSide(version?.columns);
  const most = Math.max(1, ...(version?.columns ?? []).map(({ maximum }) => maximum ?? 0));
  const ways: Record<Model['input']['modality'], Tab[]> = {
    // Drawings are grey; nobody draws a photo.
    IMAGE: input.image?.channels === 1 ? [drawing, image] : [image],
    TEXT: [{ key: 'text', title: 'Type a text', content: <TryText onInput={onInput} /> }],
    TABLE: [
      ...(side
        ? [
            {
              key: 'draw',
              title: 'Draw',
              content: <TryPixels columns={columns} side={side} most={most} onInput={onInput} />,
            },
          ]
        : []),
      { key: 'row', title: 'Fill a row', content: <TryRow columns={columns} onInput={onInput} /> },
    ],
  };
  return [...ways[input.modality], ...(example ? [example] : [])];
}
