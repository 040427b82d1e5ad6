import { type AdvisedOption, peakMemory } from '@kshot/domain';
import {
  type ArmHits,
  type Candidate,
  fitHead,
  fitSeconds,
  headKind,
  headSeconds,
  rowsOf,
  type Support,
} from '@kshot/fewshot';
import type { Source } from './source.js';

/** An arm with all that can be said of it before accuracies are compared. */
export interface ProbedOption
  extends Pick<
    AdvisedOption,
    'technique' | 'method' | 'title' | 'modelId' | 'options' | 'seconds' | 'memoryBytes' | 'storedBytes'
  > {
  readonly kind: string;
  readonly hits?: ArmHits;
}

/** What a head on features of a model, or on the examples themselves, is started with and what that takes. */
export function headCosts(
  candidate: Candidate,
  source: Source,
  { labels, ways }: Omit<Support, 'features'>,
): Pick<ProbedOption, 'seconds' | 'memoryBytes' | 'storedBytes'> {
  const { features } = source;
  const size = { examples: labels.length, columns: features.columns, ways };
  const fit = (support: Support) => fitHead(candidate, support);
  const seconds =
    headSeconds(candidate.method, size) ??
    fitSeconds(fit, firstOfClasses({ features, labels, ways }), labels.length);
  const numbers = headKind(candidate.method).storedNumbers(size);
  return {
    seconds: source.seconds + seconds,
    memoryBytes: peakMemory() + 16 * features.values.length,
    storedBytes: source.bytes + 4 * numbers,
  };
}

/** A part on which timing stays short: eight of each class. */
function firstOfClasses({ features, labels, ways }: Support): Support {
  const seen = new Int32Array(ways);
  const rows = [...labels.keys()].filter((row) => {
    const k = labels[row] as number;
    const place = seen[k] as number;
    seen[k] = place + 1;
    return place < 8;
  });
  const own = Int32Array.from(rows, (row) => labels[row] as number);
  return { features: rowsOf(features, rows), labels: own, ways };
}
