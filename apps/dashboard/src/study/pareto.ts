/** Places of those that no other is at least as good as in both and better in one: high accuracy, low cost. */
export function paretoPlaces(points: readonly { accuracy: number; cost: number }[]): number[] {
  return [...points.keys()].filter((i) => {
    const own = points[i]!;
    return !points.some(
      ({ accuracy, cost }) =>
        accuracy >= own.accuracy && cost <= own.cost && (accuracy > own.accuracy || cost < own.cost),
    );
  });
}
