import { until } from '../ask.js';
import type { Kshot } from '../kshot.js';

interface Figure {
  value: number;
  low: number;
  high: number;
}
interface Option {
  place: number;
  technique: string | null;
  modelId: string | null;
  method: string;
  accuracy: Figure;
  gain: Figure;
  curve: (Figure & { shots: number })[];
  seconds: number;
  storedBytes: number;
  why: string[];
  leftOut: string | null;
}
export interface Advised {
  id: string;
  status: string;
  examples: number | null;
  failure: { code: string; message: string } | null;
  options: Option[];
}
const FIELDS = `id status examples failure { code message } options { place technique modelId method title
  accuracy { value low high } gain { value low high } curve { shots value low high } seconds storedBytes why leftOut }`;

/** The id of a recommendation that is asked for. */
export async function askAdvice(
  { ask }: Kshot,
  versionId: string,
  budget?: Record<string, number>,
): Promise<string> {
  const { recommend } = await ask<{ recommend: { id: string } }>(
    'mutation ($versionId: ID!, $budget: BudgetInput) { recommend(versionId: $versionId, budget: $budget) { id } }',
    { versionId, budget },
  );
  return recommend.id;
}

/** Waits until all is said. */
export async function advice({ ask }: Kshot, id: string): Promise<Advised> {
  const look = async () => {
    const { recommendation } = await ask<{ recommendation: Advised }>(
      `query ($id: ID!) { recommendation(id: $id) { ${FIELDS} } }`,
      { id },
    );
    if (recommendation.failure) throw new Error(recommendation.failure.message);
    return recommendation;
  };
  return until(look, ({ status }) => status === 'DONE');
}
