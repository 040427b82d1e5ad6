'use client';
import { useSearchParams } from 'next/navigation';
import { useQuery } from 'urql';
import { TrainableQuery } from '@/new-run/new-run.operations';
import { Answer } from '@/ui/answer';
import { PageHeader } from '@/ui/page/page-header';
import { NewStudyForm } from './new-study-form';
import { CandidateMethodsQuery } from './start-study.operations';

/** `?version=ID` and `?model=ID` choose. */
export function NewStudyPage() {
  const params = useSearchParams();
  const [methods, askMethods] = useQuery({ query: CandidateMethodsQuery });
  const [sets, askSets] = useQuery({ query: TrainableQuery });
  const retry = () => {
    askMethods({ requestPolicy: 'network-only' });
    askSets({ requestPolicy: 'network-only' });
  };
  const ready = methods.data && sets.data;
  return (
    <>
      <PageHeader
        title="New study"
        under="Which method suits your data? Choose the data, how to score, and who takes part."
      />
      <Answer
        data={
          ready
            ? { methods: methods.data?.candidateMethods ?? [], sets: sets.data?.dataSets.nodes ?? [] }
            : null
        }
        error={methods.error ?? sets.error}
        retry={retry}
        rows={10}
      >
        {({ methods: all, sets: dataSets }) => (
          <NewStudyForm
            methods={all}
            dataSets={dataSets.filter(({ latest }) => latest.status === 'READY')}
            first={{ versionId: params.get('version'), modelId: params.get('model') }}
          />
        )}
      </Answer>
    </>
  );
}
