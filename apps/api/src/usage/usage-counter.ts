import { log } from '@kshot/domain';
import { addUsage, type Store, type UsageCounts } from '@kshot/store';
import { bucketOf, noLatencies } from './latency-buckets.js';

/** One answered or refused call. */
export interface CountedCall {
  readonly modelId: string;
  readonly ways: number;
  readonly milliseconds: number;
  /** Of each answer the position of the class, whether it is none of these, and the bin of its strength; null where the call failed. */
  readonly answers: readonly CountedAnswer[] | null;
  /** Bins of strengths; 0 where held-out ones are not known. */
  readonly bins: number;
}

interface CountedAnswer {
  readonly place: number;
  readonly noneOfThese: boolean;
  readonly bin: number | null;
}

/** Counts calls in memory and adds them to the database every few seconds. */
export interface UsageCounter {
  count(call: CountedCall): void;
  /** Writes what is not written yet. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

type Counts = { -readonly [K in keyof UsageCounts]: UsageCounts[K] extends number ? number : number[] };
type Open = Counts & { readonly modelId: string; readonly hour: Date };

const WRITE_EVERY = 5000; // milliseconds
const HOUR = 3_600_000; // milliseconds

export function usageCounter({ pool }: Pick<Store, 'pool'>): UsageCounter {
  let open = new Map<string, Open>();
  let writing: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    writing = writing.then(async () => {
      if (open.size === 0) return;
      const written = open;
      open = new Map();
      try {
        await addUsage(pool, [...written.values()]);
      } catch (err) {
        log.warn({ err }, 'Usage of models is not written; it is tried again.');
        for (const [key, counts] of written) open.set(key, joined(counts, open.get(key)));
      }
    });
    return writing;
  };
  const timer = setInterval(() => void flush(), WRITE_EVERY);
  timer.unref();
  return {
    count({ modelId, ways, bins, milliseconds, answers }) {
      const hour = new Date(Math.floor(Date.now() / HOUR) * HOUR);
      const key = `${modelId} ${hour.getTime()}`;
      const counts = open.get(key) ?? { modelId, hour, ...noUsage(ways, bins) };
      open.set(key, counts);
      counts.calls++;
      if (!answers) counts.errors++;
      else counts.latencies[bucketOf(milliseconds)]!++;
      for (const { place, noneOfThese, bin } of answers ?? []) {
        counts.examples++;
        if (noneOfThese) counts.noneOfThese++;
        counts.classes[place]!++;
        if (bin !== null) counts.strengths[bin]!++;
      }
    },
    flush,
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}

const noUsage = (ways: number, bins: number): Counts => ({
  calls: 0,
  examples: 0,
  errors: 0,
  noneOfThese: 0,
  classes: new Array<number>(ways).fill(0),
  latencies: noLatencies(),
  strengths: new Array<number>(bins).fill(0),
});

function joined(a: Open, b: Open | undefined): Open {
  if (!b) return a;
  return {
    ...a,
    calls: a.calls + b.calls,
    examples: a.examples + b.examples,
    errors: a.errors + b.errors,
    noneOfThese: a.noneOfThese + b.noneOfThese,
    classes: a.classes.map((n, i) => n + b.classes[i]!),
    latencies: a.latencies.map((n, i) => n + b.latencies[i]!),
    strengths: a.strengths.map((n, i) => n + b.strengths[i]!),
  };
}
