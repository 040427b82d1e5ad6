import { bdCspn } from './bd-cspn.js';
import { headScores, type Support } from './head.js';
import { laplacianShot } from './laplacian-shot.js';
import type { Matrix } from './matrix.js';
import { ptMap } from './pt-map.js';
import { tim } from './tim.js';

/** Heads that look at all queries together: support [n, dim] and queries [m, dim] → logits [m, ways]. */
export const transductiveHeads = {
  BD_CSPN: bdCspnLogits,
  LAPLACIAN_SHOT: laplacianShot,
  PT_MAP: ptMap,
  TIM: tim,
} as const satisfies Record<string, (support: Support, queries: Matrix) => Matrix>;

export type TransductiveMethod = keyof typeof transductiveHeads;

function bdCspnLogits(support: Support, asked: Matrix): Matrix {
  const { head, queries } = bdCspn(support, asked);
  const found = headScores(head, queries);
  return { ...found, values: found.values.map((cosine) => 10 * cosine) };
}
