import { type ClassRows, derivedSeed, drawn, type EpisodeSet, hashedSet, randomFrom } from '@kshot/fewshot';

export const WAYS = 20;

/** Who drew each picture, from the number at the end of its file's name; NaN where there is none. */
export const drawersOf = (names: readonly string[]): Float64Array =>
  Float64Array.from(names, (name) => Number(/_(\d+)\.\w+$/.exec(name)?.[1]));

/** The classes of each alphabet that has enough of them. */
export function alphabetsOf(classes: readonly ClassRows[]): (readonly [string, readonly ClassRows[]])[] {
  const groups = new Map<string | undefined, ClassRows[]>();
  for (const c of classes) groups.set(c.group, [...(groups.get(c.group) ?? []), c]);
  return [...groups].flatMap(([group, members]) =>
    group !== undefined && members.length >= WAYS ? [[group, members] as const] : [],
  );
}

/** Episodes as Lake 2015 had them: 20 characters of one alphabet, one example of each by one drawer, one query by another. */
export function lakeEpisodes(
  classes: readonly ClassRows[],
  drawers: Float64Array,
  count: number,
  seed: number,
): EpisodeSet {
  const alphabets = alphabetsOf(classes);
  if (alphabets.length === 0) throw new Error(`No group has ${WAYS} classes.`);
  const everybody = [...new Set(drawers)].filter((drawer) => !Number.isNaN(drawer));
  const episodes = Array.from({ length: count }, (_, i) => {
    const random = randomFrom(derivedSeed(seed, i));
    const [group, members] = alphabets[i % alphabets.length] as (typeof alphabets)[number];
    const chosen = drawn(Int32Array.from(members.keys()), WAYS, random);
    const rowBy = (drawer: number | undefined) => (k: number) =>
      members[k]?.rows.find((row) => drawers[row] === drawer);
    const present = everybody.filter((drawer) => [...chosen].every((k) => rowBy(drawer)(k) !== undefined));
    if (present.length < 2)
      throw new Error(
        `No two drawers drew the same ${WAYS} classes of ${group}: files are named ID_DRAWER.png.`,
      );
    const [one, other] = drawn(Int32Array.from(present), 2, random);
    const by = (drawer: number | undefined) => Int32Array.from(chosen, (k) => rowBy(drawer)(k) as number);
    return { classes: chosen, support: by(one), query: by(other) };
  });
  return hashedSet({ ways: WAYS, shots: 1, queries: 1 }, episodes);
}
