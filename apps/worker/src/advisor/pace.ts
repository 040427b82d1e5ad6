/** Milliseconds from the start of an attempt after which nothing new is begun. */
export const MOST_MILLISECONDS = 20_000;

/** Estimated seconds that count as measured before anything is, so that the first short steps do not say how fast a machine is. */
const BEFORE = 1;

/** How fast this machine works, by estimates of the steps that it has done, and the time that it still has. */
export interface Pace {
  isOver(): boolean;
  /** Whether a step of so many estimated seconds ends in time. */
  fits(seconds: number): boolean;
  /** Takes down what a step of so many estimated seconds has taken since `from`. */
  did(seconds: number, from: number): void;
  /** Seconds left where so many estimated ones are; never more than before. */
  left(seconds: number): number;
}

export function paceFrom(begun: number, clock: () => number): Pace {
  let [estimated, spent, before] = [BEFORE, BEFORE, Number.POSITIVE_INFINITY];
  const rest = () => (begun + MOST_MILLISECONDS - clock()) / 1000;
  const scaled = (seconds: number) => (seconds * spent) / estimated;
  return {
    isOver: () => rest() <= 0,
    fits: (seconds) => scaled(seconds) <= rest() && rest() > 0,
    did(seconds, from) {
      estimated += seconds;
      spent += (clock() - from) / 1000;
    },
    left(seconds) {
      before = Math.max(0, Math.min(before, rest(), scaled(seconds)));
      return before;
    },
  };
}
