import { type BoundedSample, boundedSample, keptInputBounds, log, samplePriority } from '@kshot/domain';
import { inputBytes, type RawInput } from '@kshot/ingest';
import { keepInputs, type NewKeptInput, type Store } from '@kshot/store';

/** An input with what a model said of it. */
interface AnsweredInput {
  readonly input: RawInput;
  readonly class: string;
  readonly confidence: number;
  readonly noneOfThese: boolean;
}

/** Keeps a sample of inputs of models that keep some: takes them in memory and stores them every few seconds, so that no answer waits. */
export interface InputKeeper {
  offer(modelId: string, answered: readonly AnsweredInput[]): void;
  /** Somebody reviewed or discarded inputs: others may take their places. */
  openUp(modelId: string): void;
  /** Stores what is not stored yet. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

type Waiting = Omit<NewKeptInput, 'contentHash'> & { readonly content: Uint8Array };

const WRITE_EVERY = 5000; // milliseconds
/** What waits to be stored takes at most so much memory for each model, and of so many models. */
const waitingBounds = { ...keptInputBounds, bytes: 16 * 1024 ** 2 };
const MOST_MODELS = 8;
/** Milliseconds after which a place may have become free by another process. */
const LOOK_AGAIN = 30_000;

export function inputKeeper({ pool, blobs }: Pick<Store, 'pool' | 'blobs'>): InputKeeper {
  let waiting = new Map<string, BoundedSample<Waiting>>();
  /** Of models whose sample is full: what is below would not stay. */
  const full = new Map<string, { readonly lowest: number; readonly until: number }>();
  let writing: Promise<void> = Promise.resolve();

  const sampleOf = (modelId: string): BoundedSample<Waiting> | null => {
    const known = waiting.get(modelId);
    if (known || waiting.size >= MOST_MODELS) return known ?? null;
    const sample = boundedSample<Waiting>(waitingBounds);
    waiting.set(modelId, sample);
    return sample;
  };
  const isBelow = (modelId: string, priority: number, now: number): boolean => {
    const known = full.get(modelId);
    if (known && known.until < now) full.delete(modelId);
    return known !== undefined && known.until >= now && priority <= known.lowest;
  };
  const store = async (modelId: string, taken: readonly Waiting[]): Promise<void> => {
    const inputs: NewKeptInput[] = [];
    for (const { content, ...one } of taken)
      inputs.push({ ...one, contentHash: (await blobs.write([content])).hash });
    const lowest = await keepInputs(pool, modelId, inputs);
    if (lowest === null) full.delete(modelId);
    else full.set(modelId, { lowest, until: Date.now() + LOOK_AGAIN });
  };
  const flush = (): Promise<void> => {
    writing = writing.then(async () => {
      const written = waiting;
      waiting = new Map();
      for (const [modelId, sample] of written)
        await store(modelId, sample.take()).catch((err: unknown) =>
          // A sample may lack some; holding them longer would take memory.
          log.warn({ model: modelId, err }, 'Inputs to be reviewed are not kept.'),
        );
    });
    return writing;
  };
  const timer = setInterval(() => void flush(), WRITE_EVERY);
  timer.unref();
  return {
    offer(modelId, answered) {
      const at = Date.now();
      for (const { input, ...answer } of answered) {
        const priority = samplePriority(answer, at, Math.random() || Number.MIN_VALUE);
        if (isBelow(modelId, priority, at)) continue;
        const sample = sampleOf(modelId);
        if (!sample?.isOpenTo(priority)) continue;
        const content = inputBytes(input);
        sample.offer({ ...answer, priority, at, bytes: content.length, content });
      }
    },
    openUp: (modelId) => void full.delete(modelId),
    flush,
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}
