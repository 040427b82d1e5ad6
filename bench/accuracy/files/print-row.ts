import { meanInterval } from '@kshot/fewshot';
import { percent } from '../../frame/figures.js';

/** What the rows of a table of methods have in common. */
export interface DescribedRow {
  readonly data: string;
  readonly split: string;
  /** What gave the features. */
  readonly model?: string;
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
  console.log(
    json
      ? JSON.stringify({ ...described, method, episodes, mean, ci95: halfWidth, seconds })
      : `${line(described, method)} ${percent(mean, 2)} ± ${percent(halfWidth, 2)} % (${episodes} ${described.unit ?? 'episodes'}, ${seconds.toFixed(1)} s per 1,000)`,
  );
}

/** The paired difference of a method on joined features to the same method on those of one backbone: `gains` are those of units. */
export function printGain(
  described: DescribedRow,
  method: string,
  over: string,
  gains: ArrayLike<number>,
  json: boolean,
): void {
  const { mean: gain, halfWidth: ci95 } = meanInterval(gains);
  console.log(
    json
      ? JSON.stringify({ ...described, method, over, episodes: gains.length, gain, ci95 })
      : `${line(described, method)} ${percent(gain, 2)} ± ${percent(ci95, 2)} points over ${over} alone`,
  );
}

const line = ({ data, split, model, way, shot }: DescribedRow, method: string): string =>
  `${data}, ${split}${model ? `, ${model}` : ''}: ${method.padEnd(34)} ${way}-way${shot ? ` ${shot}-shot` : ''}`;
