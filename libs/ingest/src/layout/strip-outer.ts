/** Without the outer folders that all files share. Files that lie directly in such a folder are left with no folder. */
export function stripOuter(lists: readonly (readonly string[])[]): (readonly string[])[] {
  let current = [...lists];
  for (;;) {
    const inside = current.filter((names) => names.length > 0);
    const first = inside[0]?.[0];
    const shared = first !== undefined && inside.every(([name]) => name === first);
    if (!shared || !inside.some((names) => names.length > 1)) return current;
    current = current.map((names) => names.slice(1));
  }
}
