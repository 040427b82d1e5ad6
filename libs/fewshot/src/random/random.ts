/**
 * The one source of randomness: xoshiro128** (Blackman and Vigna 2018) seeded by splitmix32.
 * The same seed gives the same draws on every machine; its state can be stored and set.
 */
export interface Random {
  /** A whole number in 0…2³²−1. */
  bits(): number;
  /** A number in [0, 1), with 32 random bits. */
  uniform(): number;
  /** A whole number in 0…below−1, without modulo bias. */
  below(below: number): number;
  /** A standard normal draw (Marsaglia's polar method). */
  normal(): number;
  state(): readonly [number, number, number, number];
}

const rotate = (x: number, k: number): number => ((x << k) | (x >>> (32 - k))) >>> 0;

export function randomFrom(seed: number): Random {
  let z = seed >>> 0;
  const splitmix = (): number => {
    z = (z + 0x9e3779b9) >>> 0;
    let t = z ^ (z >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return (t ^ (t >>> 15)) >>> 0;
  };
  return randomAt([splitmix(), splitmix(), splitmix(), splitmix()]);
}

/** A generator that goes on from a stored state (four words, not all zero). */
export function randomAt(start: readonly [number, number, number, number]): Random {
  const state = Uint32Array.from(start); // variables that are not small integers would be boxed at each draw
  const bits = (): number => {
    const [a, b] = [state[0] as number, state[1] as number];
    const c = (state[2] as number) ^ a;
    const d = (state[3] as number) ^ b;
    state[0] = a ^ d;
    state[1] = b ^ c;
    state[2] = c ^ (b << 9);
    state[3] = rotate(d, 11);
    return Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
  };
  const uniform = (): number => bits() / 2 ** 32;
  const below = (limit: number): number => {
    for (;;) {
      const draw = bits();
      const rest = draw % limit;
      if (draw - rest + limit <= 2 ** 32) return rest; // the last, shorter stretch of draws would favour small numbers
    }
  };
  const normal = (): number => {
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const s = x * x + y * y;
      if (s > 0 && s < 1) return x * Math.sqrt((-2 * Math.log(s)) / s);
    }
  };
  return { bits, uniform, below, normal, state: () => [...state] as [number, number, number, number] };
}

/** The numbers of `items` in a random order (Fisher and Yates). The input stays as it is. */
export function shuffled(items: ArrayLike<number>, random: Random): Int32Array {
  const out = Int32Array.from(items);
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const kept = out[i] as number;
    out[i] = out[j] as number;
    out[j] = kept;
  }
  return out;
}

/**
 * A seed of its own for each use: the same run seed and parts give the same (murmur3's mixing). The first part must be a constant that
 * names the use: seed and first part meet by exclusive or, so small numbers there repeat between seeds: for those `seedOfStream` (docs/decisions/seed-format.md).
 */
export function derivedSeed(seed: number, ...parts: readonly number[]): number {
  let hash = seed >>> 0;
  for (const part of parts) {
    hash = Math.imul(hash ^ (part >>> 0), 0x85ebca6b) + 0x9e3779b9;
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** A seed for streams that are only numbered: those of `seedOfStream(1, 2)` and `seedOfStream(2, 1)` share nothing. */
export const seedOfStream = (seed: number, stream: number): number =>
  derivedSeed(derivedSeed(0, 0, seed), stream);
