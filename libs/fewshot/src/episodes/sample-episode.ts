import type { Random } from '../random/random.js';
import type { ClassRows } from './class-rows.js';

export interface EpisodeShape {
  readonly ways: number;
  readonly shots: number;
  readonly queries: number;
}

/** One small task. Way k has the support rows k·shots … and the query rows k·queries …; no row occurs twice. */
export interface Episode {
  /** [ways] indices into the classes that were drawn from. */
  readonly classes: Int32Array;
  /** [ways · shots] */
  readonly support: Int32Array;
  /** [ways · queries] */
  readonly query: Int32Array;
}

/** Draws from all classes, or from one family of at least `ways` classes chosen evenly. */
export type EpisodeScope = 'ALL' | 'GROUP';

/** A sampler over these classes. Throws RangeError naming what is too small for the shape. */
export function episodeSampler(
  classes: readonly ClassRows[],
  shape: EpisodeShape,
  scope: EpisodeScope,
): (random: Random) => Episode {
  const { ways, shots, queries } = shape;
  const pools = poolsOf(classes, ways, scope);
  const small = pools
    .flatMap((pool) => [...pool])
    .filter((k) => (classes[k] as ClassRows).rows.length < shots + queries);
  if (small.length > 0) {
    const { name, rows } = classes[small[0] as number] as ClassRows;
    const others = small.length > 1 ? ` (and ${small.length - 1} more classes)` : '';
    throw new RangeError(
      `Class ${name}${others} has ${rows.length} ${rows.length === 1 ? 'example' : 'examples'}; ${shots} support and ${queries} query examples need ${shots + queries}. Take fewer or leave the class out.`,
    );
  }
  const scratch = new Int32Array(Math.max(...pools.map((pool) => pool.length), ...classes.map(sizeOf)));
  return (random) => {
    const pool = pools[pools.length === 1 ? 0 : random.below(pools.length)] as Int32Array;
    const chosen = drawn(pool, ways, random, scratch);
    const support = new Int32Array(ways * shots);
    const query = new Int32Array(ways * queries);
    for (let k = 0; k < ways; k++) {
      const { rows } = classes[chosen[k] as number] as ClassRows;
      const own = drawn(rows, shots + queries, random, scratch);
      support.set(own.subarray(0, shots), k * shots);
      query.set(own.subarray(shots), k * queries);
    }
    return { classes: chosen, support, query };
  };
}

function poolsOf(classes: readonly ClassRows[], ways: number, scope: EpisodeScope): Int32Array[] {
  const all = Int32Array.from(classes.keys());
  if (scope === 'ALL') {
    if (all.length < ways)
      throw new RangeError(`${ways} ways need ${ways} classes, and there are ${all.length}.`);
    return [all];
  }
  const names = [...new Set(classes.map(({ group }) => group ?? ''))];
  const pools = names.map((name) => all.filter((k) => (classes[k]?.group ?? '') === name));
  const large = pools.filter((pool) => pool.length >= ways);
  if (large.length === 0)
    throw new RangeError(`No group has ${ways} classes. Take fewer ways, or all classes.`);
  return large;
}

const sizeOf = ({ rows }: ClassRows) => rows.length;

/** `count` of the items without putting back. Many draws are quicker with a `scratch` that has room for all items. */
export function drawn(
  items: Int32Array,
  count: number,
  random: Random,
  scratch = new Int32Array(items.length),
): Int32Array {
  scratch.set(items);
  for (let i = 0; i < count; i++) {
    const j = i + random.below(items.length - i);
    const kept = scratch[i] as number;
    scratch[i] = scratch[j] as number;
    scratch[j] = kept;
  }
  return scratch.slice(0, count);
}
