/** Names without what all of them end with behind a dot: "Ridge · Conv-4 on digits" → "Ridge". */
export function shortNames(names: readonly string[]): string[] {
  const ends = names.map((name) => name.slice(name.indexOf(' · ')).replace(/ \d+$/, ''));
  const same = names.length > 1 && names.every((name, i) => name.includes(' · ') && ends[i] === ends[0]);
  return same ? names.map((name) => name.replace(ends[0] as string, '')) : [...names];
}
