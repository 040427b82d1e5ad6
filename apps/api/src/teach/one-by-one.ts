const lasts = new Map<string, Promise<unknown>>();

/** Work on one thing, one piece after the other: what builds on the result before it would else be built twice. */
export async function oneByOne<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = lasts.get(key) ?? Promise.resolve();
  const own = before.then(work, work);
  lasts.set(key, own);
  try {
    return await own;
  } finally {
    if (lasts.get(key) === own) lasts.delete(key);
  }
}
