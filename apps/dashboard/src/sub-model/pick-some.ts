/** `count` different items (all, where there are fewer), each set of them equally likely. `random` gives 0 ≤ r < 1. */
export function pickSome<Item>(items: readonly Item[], count: number, random: () => number): Item[] {
  const left = [...items];
  const picked: Item[] = [];
  while (picked.length < count && left.length > 0) {
    picked.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return picked;
}
