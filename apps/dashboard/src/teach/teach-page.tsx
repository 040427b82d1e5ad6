'use client';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { TaughtModelFragment } from '@/generated/graphql';
import { MovedNames } from '@/serving/moved-names';
import { Answer } from '@/ui/answer';
import { MissingPage } from '@/ui/page/missing-page';
import { PageHeader } from '@/ui/page/page-header';
import { PageTitle } from '@/ui/page/page-title';
import { ProblemNote } from '@/ui/problem-note';
import { useUrlValue } from '@/url/use-list-state';
import { KindChoice } from './kind-choice';
import { StarterQuery, TaughtModelQuery } from './teach.operations';
import { TeachDesk } from './teach-desk';

/** Teaches a model by hand: a starter from nothing, or one that is there already. */
export function TeachPage() {
  const [id] = useUrlValue('model');
  return (
    <>
      <PageTitle title="Teach" />
      <PageHeader
        title="Teach"
        under="Show a few examples of each class. The model follows at once, and you see what it makes of the next thing."
      />
      {id ? <TeachModel key={id} id={id} /> : <TeachStarter />}
    </>
  );
}

function TeachStarter() {
  const [kind, setKind] = useState<'IMAGE' | 'TEXT'>('IMAGE');
  const [{ data, error }, refetch] = useQuery({ query: StarterQuery, variables: { modality: kind } });
  return (
    <>
      <KindChoice kind={kind} onKind={setKind} />
      <Answer data={data} error={error} retry={() => refetch({ requestPolicy: 'network-only' })}>
        {({ starter }) =>
          starter?.input.modality === kind ? (
            <TeachDesk key={starter.id} start={{ ...starter, lesson: null }} />
          ) : (
            <p className="text-muted">
              There is no model to begin with. `npm run models` lists those that can be added.
            </p>
          )
        }
      </Answer>
    </>
  );
}

function TeachModel({ id }: { id: string }) {
  const [{ data, error }, refetch] = useQuery({ query: TaughtModelQuery, variables: { id } });
  // The page goes on with the models that come back; the one that it began with is asked for once.
  const [start, setStart] = useState<TaughtModelFragment | null>(null);
  if (data?.model && !start) setStart(data.model);
  return (
    <Answer
      data={start ? { model: start } : data}
      error={error}
      retry={() => refetch({ requestPolicy: 'network-only' })}
    >
      {({ model }) => {
        if (!model) return <MissingPage what="model" list="/models" />;
        if (model.input.modality === 'TABLE')
          return (
            <ProblemNote
              title="Rows are taught by their data set"
              problem={{
                code: 'BAD_INPUT',
                message: 'Add rows to the data set of this model, and train again.',
              }}
            />
          );
        return (
          <>
            <MovedNames served={model.served} />
            <TeachDesk start={model} />
          </>
        );
      }}
    </Answer>
  );
}
