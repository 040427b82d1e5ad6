/** Milliseconds in which those who heard of the same change come together. */
const GATHER = 2;

interface Looks {
  readonly running: Map<string, Promise<unknown>>;
  readonly waiting: Map<string, Promise<unknown>>;
}
const looks = new WeakMap<object, Looks>();

/** Looks once for all who ask for the same, by a key within `owner`. Whoever comes while one looks waits for the next look: it sees all that was there before. */
export function lookTogether<T>(owner: object, key: string, look: () => Promise<T>): Promise<T> {
  const { running, waiting } = looks.get(owner) ?? { running: new Map(), waiting: new Map() };
  looks.set(owner, { running, waiting });
  const next = waiting.get(key) as Promise<T> | undefined;
  if (next) return next;
  const begun = async (): Promise<T> => {
    waiting.delete(key);
    const now = look();
    running.set(key, now);
    try {
      return await now;
    } finally {
      if (running.get(key) === now) running.delete(key);
    }
  };
  const turn = running.get(key) ?? new Promise((resolve) => setTimeout(resolve, GATHER));
  const mine = turn.then(begun, begun);
  waiting.set(key, mine);
  return mine;
}
