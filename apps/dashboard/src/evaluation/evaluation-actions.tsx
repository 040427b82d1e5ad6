'use client';
import type { EvaluationDetailFragment } from '@/generated/graphql';
import { EntityActions } from '@/ui/entity-actions';
import { CancelEvaluation, DeleteEvaluation, RetryEvaluation } from './evaluation.operations';

type Props = { evaluation: EvaluationDetailFragment };

/** An evaluation of a study is deleted with the study. */
export const EvaluationActions = ({ evaluation: { id, name, status, study } }: Props) => (
  <EntityActions
    what="evaluation"
    status={status}
    cancel={(client) => client.mutation(CancelEvaluation, { id })}
    retry={(client) => client.mutation(RetryEvaluation, { id })}
    remove={
      study
        ? undefined
        : {
            act: (client) => client.mutation(DeleteEvaluation, { id }),
            question: `Delete the evaluation “${name}”?`,
            lost: 'Its figures and the examples behind its mistakes are lost. Its model stays.',
            after: '/evaluations',
          }
    }
  />
);
