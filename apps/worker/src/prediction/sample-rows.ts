import { boundedSample, keptInputBounds, type PredictedRow, samplePriority } from '@kshot/domain';
import { inputBytes, type RawInput } from '@kshot/ingest';
import type { Blobs, NewKeptInput } from '@kshot/store';

type Sampled = Omit<NewKeptInput, 'contentHash'> & { readonly input: RawInput };

/** A sample of the rows that are answered, to be reviewed; of none where the model keeps none. */
export function sampleRows(keepsInputs: boolean) {
  const sample = boundedSample<Sampled>(keptInputBounds);
  return {
    offer(input: RawInput | null, row: Pick<PredictedRow, 'class' | 'probability' | 'noneOfThese'>): void {
      if (!keepsInputs || input === null || row.class === null) return;
      const answer = { class: row.class, confidence: row.probability ?? 0, noneOfThese: row.noneOfThese };
      const at = Date.now();
      const priority = samplePriority(answer, at, Math.random() || Number.MIN_VALUE);
      if (!sample.isOpenTo(priority)) return;
      sample.offer({ ...answer, priority, at, input, bytes: inputBytes(input).length });
    },
    async store(blobs: Blobs): Promise<NewKeptInput[]> {
      const stored: NewKeptInput[] = [];
      for (const { input, ...one } of sample.take())
        stored.push({ ...one, contentHash: (await blobs.write([inputBytes(input)])).hash });
      return stored;
    },
  };
}
