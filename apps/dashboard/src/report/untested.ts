const NAMED = 3;

/** "No example of tiny was tested." Null where every class was. */
export function untestedText(classes: readonly string[]): string | null {
  if (classes.length === 0) return null;
  const named = classes.slice(0, NAMED).map((name) => `“${name}”`);
  const more = classes.length - named.length;
  const all = more > 0 ? [...named, `${more} more ${more === 1 ? 'class' : 'classes'}`] : named;
  const list = all.length > 1 ? `${all.slice(0, -1).join(', ')} or ${all.at(-1)}` : all[0];
  return `No example of ${list} was tested.`;
}
