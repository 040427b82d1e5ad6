'use client';
import { Sparkles } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { problemOf } from '@/graphql/problem';
import { Button } from '@/ui/button';
import { ProblemNote } from '@/ui/problem-note';
import { Select } from '@/ui/select';
import { ModelsOfDataSet, StartPrediction } from './prediction.operations';

/** Has a model of the data set predict the unlabelled examples of a version. */
export function PredictUnlabelled({ dataSetId, versionId }: { dataSetId: string; versionId: string }) {
  const router = useRouter();
  const [{ data }] = useQuery({
    query: ModelsOfDataSet,
    variables: { dataSetId },
    requestPolicy: 'cache-and-network',
  });
  const [started, start] = useMutation(StartPrediction);
  const [chosen, choose] = useState<string | null>(null);
  const problem = problemOf(started.error);
  const models = data?.models.nodes.filter(({ isMetaModel }) => !isMetaModel) ?? [];
  const modelId = chosen ?? models[0]?.id;
  if (modelId === undefined)
    return data ? <p className="text-muted">Train a model to have them predicted.</p> : null;
  const onStart = async () => {
    const { data: answer } = await start({ input: { modelId, versionId, part: 'unlabelled' } });
    if (answer) router.push(`/predictions/${answer.startPrediction.id}`);
  };
  return (
    <>
      <Select
        aria-label="Model"
        value={modelId}
        onChange={(event) => choose(event.target.value)}
        className="max-w-56"
      >
        {models.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Button disabled={started.fetching} onClick={() => void onStart()}>
        <Sparkles aria-hidden />
        Predict them
      </Button>
      {problem && <ProblemNote problem={problem} className="w-full" />}
    </>
  );
}
