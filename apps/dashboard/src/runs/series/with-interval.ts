import { NO_POINTS, type Points } from '../../chart/points';
import type { SeriesSet } from './series-set';

/** The series with its `…Low` and `…High` as reach, which a chart draws as a band; without, where they do not match it. */
export function withInterval(series: SeriesSet, name: string): Points {
  const points = series.get(name) ?? NO_POINTS;
  const low = series.get(`${name}Low`);
  const high = series.get(`${name}High`);
  const match = low?.values.length === points.values.length && high?.values.length === points.values.length;
  return low && high && match ? { ...points, minima: low.values, maxima: high.values } : points;
}
