import type { Points } from './points';

/** A line of a chart: its points, its name in the legend and how it is drawn. */
export type Line = {
  label: string;
  points: Points;
  /** A CSS colour variable such as `--c3`. */
  colour: string;
  /** Lengths of dashes and gaps in pixels; none for a solid line. */
  dash?: number[];
  /** Thin and half transparent: noise behind what matters. */
  faint?: boolean;
  /** A dot on each point, while they are few: for values that come once an epoch. */
  marked?: boolean;
};
