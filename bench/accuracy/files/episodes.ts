import { type ClassRows, derivedSeed, drawn, type EpisodeSet, hashedSet, randomFrom } from '@kshot/fewshot';

const EPISODE = 41;
const MOST_QUERIES = 15;
const FEWEST_QUERIES = 3;

/** Classes with the rows of one part of the examples, and of another or the same. */
interface Parts {
  readonly support: readonly ClassRows[];
  readonly query: readonly ClassRows[];
}

interface EpisodesAsked {
  readonly ways: number;
  readonly shots: number;
  readonly count: number;
  readonly seed: number;
}

/** N-way K-shot episodes whose support comes from one part of the examples and whose queries from another, or the rest of the same. */
export function episodes({ support, query }: Parts, { ways, shots, count, seed }: EpisodesAsked): EpisodeSet {
  const asked = new Set(query.flatMap(({ rows }) => [...rows]));
  const overlap = support.some(({ rows }) => rows.some((row) => asked.has(row)));
  const rowsOf = (part: readonly ClassRows[], k: number) => part[k]?.rows ?? new Int32Array();
  const left = (k: number) => rowsOf(query, k).length - (overlap ? shots : 0);
  const usable = [...support.keys()].filter(
    (k) => rowsOf(support, k).length >= shots && left(k) >= FEWEST_QUERIES,
  );
  if (usable.length < ways)
    throw new Error(
      `${ways}-way ${shots}-shot episodes need ${ways} classes of at least ${shots} examples and ${FEWEST_QUERIES} queries; there are ${usable.length}.`,
    );
  const queries = Math.min(MOST_QUERIES, ...usable.map(left));
  const list = Array.from({ length: count }, (_, i) => {
    const random = randomFrom(derivedSeed(seed, EPISODE, i));
    const classes = drawn(Int32Array.from(usable), ways, random);
    const rows = [...classes].map((k) => {
      const own = drawn(rowsOf(support, k), shots, random);
      const all = rowsOf(query, k);
      const rest = overlap ? all.filter((row) => !own.includes(row)) : all;
      return { own, asked: drawn(rest, queries, random) };
    });
    return {
      classes,
      support: Int32Array.from(rows.flatMap(({ own }) => [...own])),
      query: Int32Array.from(rows.flatMap(({ asked }) => [...asked])),
    };
  });
  return hashedSet({ ways, shots, queries }, list);
}
