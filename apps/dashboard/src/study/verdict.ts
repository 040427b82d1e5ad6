import { formatMany } from '../format/number';
import type { Comparison, Entry } from './entry';

/** The study's result in a sentence or two. */
export function verdictOf(entries: readonly Entry[], { pairs }: Comparison): string {
  const [best] = entries;
  const tied = entries.filter((entry) => entry.tied && entry !== best);
  if (!best) return '';
  if (tied.length === 0) return `${best.label} is best, significantly better than all others.`;
  const names = tied.map(({ label }) => label);
  const open = pairs.filter(({ a, b, decided }) => {
    const other = [a, b].find((id) => id !== best.evaluation.id);
    return !decided && [a, b].includes(best.evaluation.id) && tied.some((one) => one.evaluation.id === other);
  });
  const more = open.map(({ moreToDecide }) => moreToDecide);
  const known = more.filter((count): count is number => count !== null && count !== undefined);
  const needed =
    known.length === more.length
      ? ` About ${formatMany(Math.max(...known), 'more unit')} would tell them apart, if the differences are as they look.`
      : ' More of the same would not tell all of them apart.';
  return `${best.label} is best by mean, but not significantly better than ${names.join(', ')}: choose among these by cost.${needed}`;
}
