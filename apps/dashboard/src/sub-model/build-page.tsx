'use client';
import { useQuery } from 'urql';
import { ModelQuery } from '@/models/model.operations';
import { Answer } from '@/ui/answer';
import { ButtonLink } from '@/ui/button';
import { MissingPage } from '@/ui/page/missing-page';
import { ProblemNote } from '@/ui/problem-note';
import { BuildForm } from './build-form';

export function BuildPage({ id }: { id: string }) {
  const [{ data, error }, refetch] = useQuery({ query: ModelQuery, variables: { id } });
  return (
    <Answer data={data} error={error} retry={() => refetch({ requestPolicy: 'network-only' })}>
      {({ model }) => {
        if (!model) return <MissingPage what="model" list="/models" />;
        if (model.isMetaModel) return <BuildForm model={model} />;
        return (
          <ProblemNote
            title={`${model.name} is not a meta-model`}
            problem={{
              code: 'BAD_INPUT',
              message:
                'Only meta-models build sub-models. Teach this one, or bring it to new classes by a transfer.',
            }}
            action={<ButtonLink href={`/runs/new?technique=TRANSFER&model=${id}`}>Transfer it</ButtonLink>}
          />
        );
      }}
    </Answer>
  );
}
