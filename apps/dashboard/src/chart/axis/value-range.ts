import uPlot from 'uplot';

/** Room above 1 for the width of a line, as a share of the axis. */
const LINE = 0.02;

/** What the vertical axis reaches over: a tenth beyond the values, also where they are all the same; up to 1 where none is above. */
export function valueRange(low: number | null, high: number | null): [number, number] {
  if (low === null || high === null) return [0, 1];
  const margin = 0.1 * (high - low || Math.abs(high) || 1);
  const [from, to] = low === high ? [low - margin, high + margin] : padded(low, high);
  if (high > 1 || to <= 1) return [from, to];
  return [from, 1 + LINE * (1 - from)];
}

function padded(low: number, high: number): [number, number] {
  const [from, to] = uPlot.rangeNum(low, high, 0.1, true);
  return [from ?? low, to ?? high];
}
