'use client';
import { useSearchParams } from 'next/navigation';
import { useQuery } from 'urql';
import { Answer } from '@/ui/answer';
import { PageHeader } from '@/ui/page/page-header';
import { firstChoice } from './first-choice';
import { LikeRunQuery, MethodsQuery } from './new-run.operations';
import { NewRunForm } from './new-run-form';
import { useTrainable } from './use-trainable';

/** `?technique=`, `?version=ID` and `?model=ID` choose, `?like=ID` starts from another run's choices. */
export function NewRunPage() {
  const params = useSearchParams();
  const likeId = params.get('like');
  const [methods, askMethods] = useQuery({ query: MethodsQuery });
  const sets = useTrainable();
  const [like] = useQuery({ query: LikeRunQuery, variables: { id: likeId ?? '' }, pause: likeId === null });
  const ready = methods.data && sets.dataSets && (likeId === null || like.data || like.error);
  const retry = () => {
    askMethods({ requestPolicy: 'network-only' });
    sets.retry();
  };
  return (
    <>
      <PageHeader
        title="New run"
        under="Every option has a default that works: choose a data set and start. What you change is sent, the rest is not."
      />
      <Answer
        data={ready ? { methods: methods.data?.methods ?? [], sets: sets.dataSets ?? [] } : null}
        error={methods.error ?? sets.error}
        retry={retry}
        rows={10}
      >
        {({ methods: all, sets: dataSets }) =>
          all.length === 0 ? (
            <p className="text-muted">This server offers no method to train with.</p>
          ) : (
            <NewRunForm
              methods={all}
              dataSets={dataSets}
              first={firstChoice(new URLSearchParams(params.toString()), all, like.data?.run ?? null)}
            />
          )
        }
      </Answer>
    </>
  );
}
