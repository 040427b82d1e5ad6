'use client';
import { Download } from 'lucide-react';
import type { FilePredictionDetailFragment } from '@/generated/graphql';
import { buttonClass } from '@/ui/button';
import { EntityActions } from '@/ui/entity-actions';
import { CancelPrediction, DeletePrediction, RetryPrediction } from './prediction.operations';

export function PredictionActions({ prediction }: { prediction: FilePredictionDetailFragment }) {
  const { id, status, csvUrl, jsonLinesUrl, parquetUrl, model } = prediction;
  return (
    <EntityActions
      what="prediction"
      status={status}
      cancel={(client) => client.mutation(CancelPrediction, { id })}
      retry={(client) => client.mutation(RetryPrediction, { id })}
      remove={{
        act: (client) => client.mutation(DeletePrediction, { id }),
        question: 'Delete this prediction?',
        lost: 'Its rows are lost. The model stays as it is.',
        after: model ? `/models/${model.id}` : '/models',
      }}
    >
      {status === 'DONE' && (
        <>
          <a href={parquetUrl} download className={buttonClass()}>
            <Download aria-hidden />
            Parquet
          </a>
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
    </EntityActions>
  );
}
