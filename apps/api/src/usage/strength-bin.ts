/** The bin of a strength, among those that held-out examples fill alike: 0 is the weakest. Null where these are not known. */
export function strengthBin(
  points: readonly { readonly strength: number }[],
  strength: number,
): number | null {
  if (points.length === 0) return null;
  return points.slice(1).filter((point) => point.strength <= strength).length;
}
