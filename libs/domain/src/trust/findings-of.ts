import type { Duplicate, Suspicion } from '@kshot/fewshot';
import type { Finding } from './label-check.js';

/**
 * What to look at, the most urgent first: copies that carry different labels, labels that are probably wrong, other copies.
 * An example is named as the copy of one other, of another label where there is one.
 */
export function findingsOf(
  suspicions: readonly Suspicion[],
  copies: readonly Duplicate[],
  labels: Int32Array,
): Finding[] {
  const differs = ({ row, other }: Duplicate) => labels[row] !== labels[other];
  const best = new Map<number, Duplicate>();
  for (const copy of copies) {
    const known = best.get(copy.row);
    const better =
      known && (differs(copy) === differs(known) ? copy.similarity > known.similarity : differs(copy));
    if (!known || better) best.set(copy.row, copy);
  }
  const named = [...best.values()].sort((a, b) => b.similarity - a.similarity || a.row - b.row);
  const copied = (copy: Duplicate): Finding => ({
    kind: differs(copy) ? 'CONFLICTING_COPY' : 'COPY',
    exampleIndex: copy.row,
    otherIndex: copy.other,
    suggestedClass: differs(copy) ? (labels[copy.other] as number) : null,
    confidence: null,
    probability: null,
    similarity: copy.similarity,
  });
  const wrong = suspicions
    .filter(({ probable }) => probable)
    .map(
      ({ row, suggested, confidence, probability }): Finding => ({
        kind: 'WRONG_LABEL',
        exampleIndex: row,
        otherIndex: null,
        suggestedClass: suggested,
        confidence,
        probability,
        similarity: null,
      }),
    );
  return [
    ...named.filter(differs).map(copied),
    ...wrong,
    ...named.filter((one) => !differs(one)).map(copied),
  ];
}
