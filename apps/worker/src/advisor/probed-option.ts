import { type AdvisedOption, peakMemory } from '@kshot/domain';
import { type ArmHits, type Candidate, headKind, headSeconds, type Support } from '@kshot/fewshot';
import type { SourceCosts } from './source.js';

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
  source: SourceCosts,
  { labels, ways }: Omit<Support, 'features'>,
): Pick<ProbedOption, 'seconds' | 'memoryBytes' | 'storedBytes'> {
  const size = { examples: labels.length, columns: source.columns, ways };
  const seconds = headSeconds(candidate.method, size) ?? 0;
  const numbers = headKind(candidate.method).storedNumbers(size);
  return {
    seconds: source.seconds + seconds,
    memoryBytes: peakMemory() + 16 * labels.length * source.columns,
    storedBytes: source.bytes + 4 * numbers,
  };
}
