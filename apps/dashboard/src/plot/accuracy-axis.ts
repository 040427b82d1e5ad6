import { ticks } from '@/chart/ticks';
import { extentOf, linear } from './frame';
import { shareFormat } from './share-ticks';

/** A vertical axis that fits these accuracies. */
export function accuracyAxis(
  accuracies: readonly number[],
  pixels: readonly [bottom: number, top: number],
  margin?: number,
) {
  const [low, high] = extentOf(accuracies, { least: 0, most: 1, margin });
  const marks = ticks(low, high, 5);
  return { scale: linear([low, high], pixels), ticks: marks, format: shareFormat(marks), label: 'accuracy' };
}
