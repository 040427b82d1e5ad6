'use client';
import { useSearchParams } from 'next/navigation';
import { useQuery } from 'urql';
import { Answer } from '@/ui/answer';
import { PageHeader } from '@/ui/page-header';
import { LikeRunQuery, MethodsQuery, TrainableQuery } from './new-run.operations';
import { NewRunForm } from './new-run-form';
import { textOfShown } from './option-text';

/** `?version=ID` chooses the data, `?like=ID` starts from another run's options. */
export function NewRunPage() {
  const params = useSearchParams();
  const likeId = params.get('like');
  const [methods, askMethods] = useQuery({ query: MethodsQuery });
  const [sets, askSets] = useQuery({ query: TrainableQuery });
  const [like] = useQuery({ query: LikeRunQuery, variables: { id: likeId ?? '' }, pause: likeId === null });
  const ready = methods.data && sets.data && (likeId === null || like.data || like.error);
  const retry = () => {
    askMethods({ requestPolicy: 'network-only' });
    askSets({ requestPolicy: 'network-only' });
  };
  return (
    <>
      <PageHeader
        title="New run"
        under="Every option has a default that works: choose a data set and start. What you change is sent, the rest is not."
      />
      <Answer
        data={ready ? { methods, sets } : null}
        error={methods.error ?? sets.error}
        retry={retry}
        rows={10}
      >
        {() => {
          const method = methods.data?.methods[0];
          if (!method) return <p className="text-muted">This server offers no method to train with.</p>;
          const run = like.data?.run;
          const texts: Record<string, string> = {};
          for (const { name, value, isDefault } of run?.options ?? []) {
            const option = method.options.find((each) => each.name === name);
            const text = option && !isDefault ? textOfShown(option, value) : null;
            if (text !== null && text !== undefined) texts[name] = text;
          }
          return (
            <NewRunForm
              method={method}
              dataSets={(sets.data?.dataSets.nodes ?? []).filter(({ latest }) => latest.status === 'READY')}
              firstVersion={params.get('version') ?? run?.version.id ?? null}
              firstTexts={texts}
            />
          );
        }}
      </Answer>
    </>
  );
}
