/** Milliseconds within which an answer comes to count 1/e of a new one. */
const AGEING = 7 * 24 * 3_600_000;
/** What a sure answer counts against one that is not sure at all. */
const LEAST_WEIGHT = 0.05;

/**
 * Keeping the n highest of these is drawing n without replacement, by how unsure the answer is and how new: log of the weight, plus
 * Gumbel noise of `uniform` (between 0 and 1, both excluded), plus the time by its decay (Efraimidis and Spirakis 2006; forward
 * decay, Cormode et al. 2009). It does not change with time, so samples of several processes are joined by taking the highest.
 */
export function samplePriority(
  { confidence, noneOfThese }: { readonly confidence: number; readonly noneOfThese: boolean },
  at: number,
  uniform: number,
): number {
  const weight = noneOfThese ? 1 : Math.max(LEAST_WEIGHT, 1 - confidence);
  return Math.log(weight) - Math.log(-Math.log(uniform)) + at / AGEING;
}
