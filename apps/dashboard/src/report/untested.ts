const NAMED = 3;

/** "No example of tiny was tested." Null where every class was. */
export function untestedText(classes: readonly string[]): string | null {
  return classes.length === 0 ? null : `No example of ${listed(classes)} was tested.`;
}

/** "No example of tiny was told right." Null where some of every class were. */
export function missedText(classes: readonly string[]): string | null {
  return classes.length === 0 ? null : `No example of ${listed(classes)} was told right.`;
}

function listed(classes: readonly string[]): string {
  const named = classes.slice(0, NAMED).map((name) => `“${name}”`);
  const more = classes.length - named.length;
  const all = more > 0 ? [...named, `${more} more ${more === 1 ? 'class' : 'classes'}`] : named;
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} or ${all.at(-1)}` : (all[0] ?? '');
}
