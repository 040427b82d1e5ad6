import uPlot from 'uplot';

/** Room above 1 for the width of a line, as a share of the axis. */
const LINE = 0.02;

/** What the vertical axis reaches over: a tenth beyond the values, also where they are all the same; up to 1 where none is above. */
export function valueRange(low: number | null, high: number | null): uPlot.Range.MinMax {
  if (low === null || high === null) return [0, 1];
  const margin = 0.1 * (high - low || Math.abs(high) || 1);
  const [from, to] = low === high ? [low - margin, high + margin] : uPlot.rangeNum(low, high, 0.1, true);
  if (high > 1 || from === null || to === null || to <= 1) return [from, to];
  return [from, 1 + LINE * (1 - from)];
}
