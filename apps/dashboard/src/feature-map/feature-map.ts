import type { FeatureMapQuery } from '@/generated/graphql';

export type FeatureMap = NonNullable<NonNullable<FeatureMapQuery['run']>['featureMap']>;
export type Point = FeatureMap['points'][number];

export const isRight = ({ predicted, example }: Point): boolean => predicted?.id === example.class?.id;
export const isWrong = (point: Point): boolean => point.predicted !== null && !isRight(point);

/** Points are examples of a split, which all have a class. */
export const classOf = ({ example }: Point) => example.class as NonNullable<typeof example.class>;

export interface ShownClass {
  readonly id: string;
  readonly name: string;
  /** Its place among those shown, which gives its mark. */
  readonly place: number;
  readonly support: Point[];
  readonly asked: Point[];
}

/** The classes of a map in the order of its points, each with its examples. */
export function classesOf({ points }: Pick<FeatureMap, 'points'>): ShownClass[] {
  const classes = new Map<string, ShownClass>();
  for (const point of points) {
    const { id, name } = classOf(point);
    const known = classes.get(id) ?? { id, name, place: classes.size, support: [], asked: [] };
    classes.set(id, known);
    (point.role === 'SUPPORT' ? known.support : known.asked).push(point);
  }
  return [...classes.values()];
}

/** What a point is, in words. */
export function pointText(point: Point): string {
  const { name } = classOf(point);
  if (point.role === 'SUPPORT') return `${name}, support`;
  return isRight(point) ? `${name}, right` : `${name}, wrong: taken for ${point.predicted?.name}`;
}
