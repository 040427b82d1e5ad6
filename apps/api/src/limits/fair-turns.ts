/** Takes a turn for a caller; gives what hands it on. */
export type FairTurns = (caller: unknown) => Promise<() => void>;

/**
 * At most `most` turns at once. Callers who wait get theirs one after another, each with one of its own, so that nobody's many
 * hold up another's few. A turn is handed on after `hold` milliseconds at the latest: what waits for something else does not count.
 */
export function fairTurns(most: number, hold: number): FairTurns {
  let taken = 0;
  /** By caller, in the order in which they are next. */
  const waiting = new Map<unknown, (() => void)[]>();
  const handOn = (): void => {
    taken--;
    const [next] = waiting;
    if (!next) return;
    const [caller, turns] = next;
    const start = turns.shift() as () => void;
    waiting.delete(caller);
    if (turns.length > 0) waiting.set(caller, turns); // behind all others
    start();
  };
  const take = (): (() => void) => {
    taken++;
    let held = true;
    const release = (): void => {
      clearTimeout(timer);
      if (!held) return;
      held = false;
      handOn();
    };
    const timer = setTimeout(release, hold);
    return release;
  };
  return async (caller) => {
    if (taken < most) return take();
    return new Promise((resolve) => {
      const turns = waiting.get(caller) ?? [];
      turns.push(() => resolve(take()));
      waiting.set(caller, turns);
    });
  };
}
