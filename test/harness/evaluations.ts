import { until } from './ask.js';
import type { Kshot } from './kshot.js';

export interface FigureState {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly of: string;
  readonly method: string;
}
export interface EvaluationState {
  readonly id: string;
  readonly status: string;
  readonly failure: { code: string; message: string } | null;
  readonly resultHash: string | null;
  readonly warnings: string[];
  readonly progress: { units: number; of: number; accuracy: FigureState | null };
  readonly report: { units: number; scored: number; accuracy: FigureState } | null;
}

export async function startEvaluation(
  { ask }: Kshot,
  versionId: string,
  protocol: Record<string, unknown>,
  candidate: Record<string, unknown>,
): Promise<string> {
  const { startEvaluation: started } = await ask<{ startEvaluation: { id: string } }>(
    'mutation ($input: StartEvaluationInput!) { startEvaluation(input: $input) { id } }',
    { input: { versionId, protocol, candidate } },
  );
  return started.id;
}

export async function evaluationState({ ask }: Kshot, id: string): Promise<EvaluationState> {
  const { evaluation } = await ask<{ evaluation: EvaluationState }>(
    `query ($id: ID!) { evaluation(id: $id) {
      id status failure { code message } resultHash warnings
      progress { units of accuracy { value low high of method } }
      report { units scored accuracy { value low high of method } }
    } }`,
    { id },
  );
  return evaluation;
}

export async function evaluationUntil(
  kshot: Kshot,
  id: string,
  wanted: (evaluation: EvaluationState) => boolean,
): Promise<EvaluationState> {
  const evaluation = await until(
    () => evaluationState(kshot, id),
    (state) => wanted(state) || state.status === 'FAILED',
  );
  if (!wanted(evaluation)) throw new Error(`It failed: ${evaluation.failure?.message}`);
  return evaluation;
}

export const evaluationEnded = (kshot: Kshot, id: string): Promise<EvaluationState> =>
  evaluationUntil(kshot, id, ({ status }) => status === 'DONE' || status === 'CANCELLED');
