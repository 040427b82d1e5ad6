/** Examples of a plan that are shown. */
const SHOWN = 12;

/** Some examples to show, one of each class in turn. */
export function spread<T>(examples: readonly T[], classOf: (example: T) => string): T[] {
  const byClass = new Map<string, T[]>();
  for (const example of examples) {
    const list = byClass.get(classOf(example)) ?? [];
    byClass.set(classOf(example), list);
    if (list.length < SHOWN) list.push(example);
  }
  const lists = [...byClass.values()];
  const chosen: T[] = [];
  for (let turn = 0; turn < SHOWN && chosen.length < SHOWN; turn++)
    for (const list of lists) {
      const example = list[turn];
      if (example !== undefined && chosen.length < SHOWN) chosen.push(example);
    }
  return chosen;
}
