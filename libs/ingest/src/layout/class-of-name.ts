/** The word of a file name before its number: cat.0.jpg → cat, Abyssinian_12.jpg → Abyssinian; null where there is none. */
export function wordOf(path: string): string | null {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const number = /\(?\d{1,40}\)?$/.exec(stem);
  const word = number ? stem.slice(0, number.index).replace(/[\s._-]{1,40}$/, '') : '';
  return /\p{L}/u.test(word) ? word : null;
}

/** The word of a file name behind its number: IMG_2034_cat.jpg → cat; null where there is none. */
export function wordBehind(path: string): string | null {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return /\d[\s._-]+(\p{L}[^\d]{0,60})$/u.exec(stem)?.[1] ?? null;
}

/** Classes by the names of files that lie in no class folder: at least two words, most of them several times. */
export function classesByName(
  paths: readonly string[],
  of: (path: string) => string | null,
): (string | null)[] | undefined {
  const words = paths.map(of);
  const named = words.filter((word) => word !== null);
  const classes = new Set(named);
  const enough = named.length >= 0.9 * paths.length && named.length >= 2 * classes.size;
  return classes.size > 1 && enough ? words : undefined;
}
