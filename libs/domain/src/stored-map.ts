/** What an example is to the model whose map it is on. */
export const exampleRoles = ['SUPPORT', 'QUERY', 'TEST'] as const;

/** One example of a map. */
export interface MapPoint {
  /** Its place in the version. */
  readonly index: number;
  readonly role: (typeof exampleRoles)[number];
  readonly x: number;
  readonly y: number;
  /** Place in the version of the class that it was taken for; null of support examples. */
  readonly predicted: number | null;
}

/** Examples of a run's test by their features, in the plane of most variance, with what was answered. */
export interface StoredMap {
  /** Shares of the variance that the two axes hold. */
  readonly explained: readonly [number, number];
  /** Class after class. */
  readonly points: readonly MapPoint[];
}
