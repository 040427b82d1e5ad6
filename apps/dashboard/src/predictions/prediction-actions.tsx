'use client';
import { CircleStop, Download, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMutation } from 'urql';
import type { FilePredictionDetailFragment } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { hasEnded } from '@/runs/status-badge';
import { Button, buttonClass, IconButton } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { ProblemNote } from '@/ui/problem-note';
import { CancelPrediction, DeletePrediction } from './prediction.operations';

export function PredictionActions({ prediction }: { prediction: FilePredictionDetailFragment }) {
  const { id, status, csvUrl, jsonLinesUrl, model } = prediction;
  const router = useRouter();
  const [cancelled, cancel] = useMutation(CancelPrediction);
  const [deleted, remove] = useMutation(DeletePrediction);
  const problem = problemOf(cancelled.error ?? deleted.error);
  const onDelete = async () => {
    const { error } = await remove({ id });
    if (!error) router.push(model ? `/models/${model.id}` : '/models');
  };
  return (
    <>
      {hasEnded(status) ? (
        <Confirm
          trigger={
            <IconButton name="Delete prediction">
              <Trash2 aria-hidden />
            </IconButton>
          }
          title="Delete this prediction?"
          text="Its rows are lost. The model stays as it is."
          verb="Delete prediction"
          onConfirm={() => void onDelete()}
        />
      ) : (
        <Button look="danger" disabled={cancelled.fetching} onClick={() => void cancel({ id })}>
          <CircleStop aria-hidden />
          Cancel prediction
        </Button>
      )}
      {status === 'DONE' && (
        <>
          <a href={jsonLinesUrl} download className={buttonClass()}>
            <Download aria-hidden />
            JSON Lines
          </a>
          <a href={csvUrl} download className={buttonClass('primary')}>
            <Download aria-hidden />
            CSV
          </a>
        </>
      )}
      {problem && <ProblemNote problem={problem} className="w-full" />}
    </>
  );
}
