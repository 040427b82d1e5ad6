import type { Kshot } from '../home/kshot.js';
import { modelOf, startRun } from '../home/requests.js';

/** Seconds of one tuning of all-MiniLM-L6-v2, as estimated before and as taken, and what it gave. */
interface TunedSeconds {
  readonly tuned: string;
  readonly estimated: number;
  readonly taken: number;
  readonly accuracy: number;
}

/** Tunes the encoder on a version by each way of choosing what is trained, one after the other. */
export async function* tunings(kshot: Kshot, versionId: string): AsyncGenerator<TunedSeconds> {
  const { models } = await kshot.ask<{ models: { nodes: { id: string; name: string }[] } }>(
    '{ models(first: 20, filter: { shipped: true }) { nodes { id name } } }',
  );
  const modelId = models.nodes.find(({ name }) => name === 'all-MiniLM-L6-v2')?.id;
  for (const tuned of ['ALL', 'LAST', 'NORMALISATION', 'LOW_RANK']) {
    const input = { versionId, modelId, options: { method: 'TUNE_ENCODER', tuned } };
    const { estimateTransfer } = await kshot.ask<{ estimateTransfer: { seconds: number } }>(
      'query ($input: StartTransferInput!) { estimateTransfer(input: $input) { seconds } }',
      { input },
    );
    const id = await startRun(kshot, 'Transfer', input);
    await modelOf(kshot, id);
    const { run } = await kshot.ask<{
      run: { startedAt: string; endedAt: string; report: { accuracy: number } };
    }>('query ($id: ID!) { run(id: $id) { startedAt endedAt report { accuracy } } }', { id });
    const taken = (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000;
    yield { tuned, estimated: estimateTransfer.seconds, taken, accuracy: run.report.accuracy };
  }
}
