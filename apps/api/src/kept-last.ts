/** Looks up by key, keeping the last few answers; the one not used for longest goes first, and a failure is not kept. */
export function keptLast<T extends object>(most: number): (key: string, look: () => T) => T {
  const kept = new Map<string, T>();
  return (key, look) => {
    const value = kept.get(key) ?? look();
    kept.delete(key);
    kept.set(key, value);
    if (value instanceof Promise) value.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return value;
  };
}
