'use client';
import { useSearchParams } from 'next/navigation';
import { useQuery } from 'urql';
import { useTrainable } from '@/new-run/use-trainable';
import { Answer } from '@/ui/answer';
import { PageHeader } from '@/ui/page/page-header';
import { NewStudyForm } from './new-study-form';
import { CandidateMethodsQuery } from './start-study.operations';

/** `?version=ID` and `?model=ID` choose. */
export function NewStudyPage() {
  const params = useSearchParams();
  const [methods, askMethods] = useQuery({ query: CandidateMethodsQuery });
  const sets = useTrainable();
  const retry = () => {
    askMethods({ requestPolicy: 'network-only' });
    sets.retry();
  };
  const ready = methods.data && sets.dataSets;
  return (
    <>
      <PageHeader
        title="New study"
        under="Which method suits your data? Choose the data, how to score, and who takes part."
      />
      <Answer
        data={ready ? { methods: methods.data?.candidateMethods ?? [], sets: sets.dataSets ?? [] } : null}
        error={methods.error ?? sets.error}
        retry={retry}
        rows={10}
      >
        {({ methods: all, sets: dataSets }) => (
          <NewStudyForm
            methods={all}
            dataSets={dataSets}
            first={{ versionId: params.get('version'), modelId: params.get('model') }}
          />
        )}
      </Answer>
    </>
  );
}
