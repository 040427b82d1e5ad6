import { meanInterval } from '@kshot/fewshot';
import { percent } from '../../frame/figures.js';

/** What the rows of a table of methods have in common. */
export interface DescribedRow {
  readonly data: string;
  readonly split: string;
  readonly way: number;
  readonly shot?: number;
  /** What was scored, where it is not episodes. */
  readonly unit?: string;
}

/** One line of a table of methods, as text or JSON: `values` are accuracies of units, scored in so many seconds in all. */
export function printRow(
  described: DescribedRow,
  method: string,
  values: ArrayLike<number>,
  totalSeconds: number,
  json: boolean,
): void {
  const { mean, halfWidth } = meanInterval(values);
  const episodes = values.length;
  const seconds = (totalSeconds / episodes) * 1000;
  const { data, split, way, shot, unit = 'episodes' } = described;
  console.log(
    json
      ? JSON.stringify({ ...described, method, episodes, mean, ci95: halfWidth, seconds })
      : `${data}, ${split}: ${method.padEnd(34)} ${way}-way${shot ? ` ${shot}-shot` : ''} ${percent(mean, 2)} ± ${percent(halfWidth, 2)} % (${episodes} ${unit}, ${seconds.toFixed(1)} s per 1,000)`,
  );
}
