import type { Duplicate, DuplicatesFound, Suspicion } from '@kshot/fewshot';
import type { Finding } from './label-check.js';

/** Examples that are the same, or nearly. */
interface CopySet {
  readonly rows: readonly number[];
  /** The first example with the suggested label. */
  readonly keeper: number;
  readonly conflicting: boolean;
}

/**
 * What to look at, the most urgent first: copies that carry different labels, labels that are probably wrong, other copies.
 * A set of copies gets one label, so that suggestions never cross: the given one with the highest mean out-of-fold probability. All
 * examples of the set are copies of the first one with this label.
 */
export function findingsOf(
  suspicions: readonly Suspicion[],
  { pairs, groups }: Pick<DuplicatesFound, 'pairs' | 'groups'>,
  labels: Int32Array,
): Finding[] {
  const sets = copySets(groups, labels, new Map(suspicions.map(({ row, confidence }) => [row, confidence])));
  const similarity = similarities(pairs);
  const copies = sets
    .flatMap(({ rows, keeper }) => rows.filter((row) => row !== keeper).map((row) => copied(row, keeper)))
    .sort((a, b) => (b.similarity ?? 0) - (a.similarity ?? 0) || a.exampleIndex - b.exampleIndex);
  const settled = new Set(sets.flatMap(({ rows, conflicting }) => (conflicting ? rows : [])));
  const wrong = suspicions
    .filter(({ row, probable }) => probable && !settled.has(row))
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
  const ofKind = (wanted: Finding['kind']) => copies.filter(({ kind }) => kind === wanted);
  return [...ofKind('CONFLICTING_COPY'), ...wrong, ...ofKind('COPY')];

  function copied(row: number, keeper: number): Finding {
    const differs = labels[row] !== labels[keeper];
    return {
      kind: differs ? 'CONFLICTING_COPY' : 'COPY',
      exampleIndex: row,
      otherIndex: keeper,
      suggestedClass: differs ? (labels[keeper] as number) : null,
      confidence: null,
      probability: null,
      similarity: similarity(row, keeper),
    };
  }
}

function copySets(
  groups: Int32Array,
  labels: Int32Array,
  confidences: ReadonlyMap<number, number>,
): CopySet[] {
  const members = new Map<number, number[]>();
  for (const [row, group] of groups.entries()) {
    if (group === row) continue;
    const rows = members.get(group) ?? [group];
    rows.push(row);
    members.set(group, rows);
  }
  return [...members.values()].map((rows) => {
    const given = [...new Set(rows.map((row) => labels[row]))].map((label) => {
      const own = rows.filter((row) => labels[row] === label);
      return { keeper: own[0]!, mean: meanOf(own, confidences) };
    });
    const { keeper } = given.reduce((a, b) => (b.mean > a.mean ? b : a));
    return { rows, keeper, conflicting: given.length > 1 };
  });
}

const meanOf = (rows: readonly number[], confidences: ReadonlyMap<number, number>): number =>
  rows.reduce((sum, row) => sum + (confidences.get(row) ?? 0), 0) / rows.length;

/** Cosine of two examples; null where only other copies link them. */
function similarities(pairs: readonly Duplicate[]): (a: number, b: number) => number | null {
  const first = new Map(pairs.flatMap(({ row, other, exact }) => (exact ? [[row, other]] : [])));
  const near = new Map(pairs.map(({ row, other, similarity }) => [`${row} ${other}`, similarity]));
  return (a, b) => {
    const [one, two] = [first.get(a) ?? a, first.get(b) ?? b];
    return one === two ? 1 : (near.get(`${Math.max(one, two)} ${Math.min(one, two)}`) ?? null);
  };
}
