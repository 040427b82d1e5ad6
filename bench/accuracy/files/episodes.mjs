import { derivedSeed, drawn, hashedSet, randomFrom } from '@kshot/fewshot';

const EPISODE = 41;
const MOST_QUERIES = 15;
const FEWEST_QUERIES = 3;

/** N-way K-shot episodes whose support comes from one part of the examples and whose queries from another, or the rest of the same. */
export function episodes({ support, query }, { ways, shots, count, seed }) {
  const asked = new Set(query.flatMap(({ rows }) => [...rows]));
  const overlap = support.some(({ rows }) => rows.some((row) => asked.has(row)));
  const left = (k) => query[k].rows.length - (overlap ? shots : 0);
  const usable = [...support.keys()].filter(
    (k) => support[k].rows.length >= shots && left(k) >= FEWEST_QUERIES,
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
      const own = drawn(support[k].rows, shots, random);
      const rest = overlap ? query[k].rows.filter((row) => !own.includes(row)) : query[k].rows;
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
