import type { EvaluationDetailFragment } from '@/generated/graphql';

type Report = NonNullable<EvaluationDetailFragment['report']>;

/** The cells that are there as a full matrix over the classes of the report. */
export function confusionOf({ classes, confusion }: Pick<Report, 'classes' | 'confusion'>): {
  classes: string[];
  counts: number[][];
} {
  const names = classes.map((one) => one.class);
  const place = new Map(names.map((name, i) => [name, i]));
  const counts = names.map(() => names.map(() => 0));
  for (const { truth, predicted, count } of confusion) {
    const row = counts[place.get(truth) ?? -1];
    const column = place.get(predicted);
    if (row && column !== undefined) row[column] = count;
  }
  return { classes: names, counts };
}
