import type { StudyDecision } from './study-decision.type.js';

/** A verdict for readers who know no statistics. */
export function decisionText(
  { after, of, leader, behind, within, open, errorRate, margin }: Omit<StudyDecision, 'text'>,
  nameOf: (id: string) => string,
): string {
  const many = (count: number) => count.toLocaleString('en');
  const percent = (share: number) => Number((100 * share).toPrecision(3));
  const names = (ids: readonly string[]) => ids.map(nameOf).join(', ');
  const points = `${percent(margin)} ${margin === 0.01 ? 'point' : 'points'}`;
  const seen =
    after < of
      ? `Stopped after ${many(after)} of ${many(of)} episodes`
      : `All ${many(of)} episodes were scored`;
  const best =
    within.length + open.length === 0
      ? `${nameOf(leader)} is best, significantly better than all others`
      : `${nameOf(leader)} is best by mean`;
  const verdicts = [
    ...(within.length > 0 ? [`tied with it, no more than ${points} away: ${names(within)}`] : []),
    ...(open.length > 0 ? [`still open: ${names(open)}`] : []),
    ...(behind.length > 0 && within.length + open.length > 0 ? [`worse: ${names(behind)}`] : []),
  ];
  return `${[`${seen}: ${best}`, ...verdicts].join('; ')}. The chance that any of this is wrong is at most ${percent(errorRate)} %, however often one looks.`;
}
