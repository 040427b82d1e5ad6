import { until } from './ask.js';
import type { Kshot } from './kshot.js';

export interface RunState {
  readonly id: string;
  readonly status: string;
  readonly failure: { code: string; message: string } | null;
  readonly progress: { step: number; steps: number } | null;
  readonly report: {
    accuracy: number;
    accuracyLow: number;
    accuracyHigh: number;
    exampleCount: number;
  } | null;
  readonly models: { id: string; hash: string; downloadUrl: string | null }[];
  readonly attempts: { number: number; outcome: string | null }[];
}

export async function startRun(
  { ask }: Kshot,
  versionId: string,
  options: Record<string, unknown> = {},
): Promise<string> {
  const { startPretraining } = await ask<{ startPretraining: { id: string } }>(
    'mutation ($input: StartPretrainingInput!) { startPretraining(input: $input) { id } }',
    {
      input: { versionId, options },
    },
  );
  return startPretraining.id;
}

export async function runState({ ask }: Kshot, id: string): Promise<RunState> {
  const { run } = await ask<{ run: RunState }>(
    `query ($id: ID!) { run(id: $id) {
      id status failure { code message } progress { step steps } report { accuracy accuracyLow accuracyHigh exampleCount }
      models { id hash downloadUrl } attempts { number outcome }
    } }`,
    { id },
  );
  return run;
}

/** Waits until the run is as wanted. */
export async function runUntil(
  kshot: Kshot,
  id: string,
  wanted: (run: RunState) => boolean,
): Promise<RunState> {
  const run = await until(
    () => runState(kshot, id),
    (state) => wanted(state) || state.status === 'FAILED',
  );
  if (!wanted(run)) throw new Error(`The run failed: ${run.failure?.message}`);
  return run;
}

export const runEnded = (kshot: Kshot, id: string): Promise<RunState> =>
  runUntil(kshot, id, ({ status }) => status === 'DONE' || status === 'CANCELLED');

/** The id of a model that is trained on a version, for an epoch unless more are asked for. */
export async function trainedModel(
  kshot: Kshot,
  versionId: string,
  options: Record<string, unknown> = { epochs: 1 },
): Promise<string> {
  const { models } = await runEnded(kshot, await startRun(kshot, versionId, options));
  return models[0]!.id;
}

/** A transfer, once it has ended. */
export async function endedTransfer(kshot: Kshot, input: Record<string, unknown>): Promise<RunState> {
  const { startTransfer } = await kshot.ask<{ startTransfer: { id: string } }>(
    'mutation ($input: StartTransferInput!) { startTransfer(input: $input) { id } }',
    { input },
  );
  return runEnded(kshot, startTransfer.id);
}
