import type { HeadKind } from './head-kind.js';
import { bdCspnKind } from './kinds/bd-cspn.js';
import { cacheKind } from './kinds/cache.js';
import { centroidKind } from './kinds/centroid.js';
import { extraTreesKind, randomForestKind } from './kinds/forests.js';
import { gaussianDiscriminantKind } from './kinds/gaussian-discriminant.js';
import { kernelRidgeKind } from './kinds/kernel-ridge.js';
import { laplacianShotKind } from './kinds/laplacian-shot.js';
import { ldaKind } from './kinds/lda.js';
import { logisticKind } from './kinds/logistic.js';
import { nearestNeighboursKind } from './kinds/nearest-neighbours.js';
import { prototypeHeadKind } from './kinds/prototype-head.js';
import { ptMapKind } from './kinds/pt-map.js';
import { ridgeKind } from './kinds/ridge.js';
import { svmKind } from './kinds/svm.js';
import { tableEnsembleKind } from './kinds/table-ensemble.js';
import { timKind } from './kinds/tim.js';

const kinds = [
  centroidKind,
  nearestNeighboursKind,
  cacheKind,
  ridgeKind,
  kernelRidgeKind,
  ldaKind,
  gaussianDiscriminantKind,
  logisticKind,
  svmKind,
  prototypeHeadKind,
  bdCspnKind,
  laplacianShotKind,
  ptMapKind,
  timKind,
  randomForestKind,
  extraTreesKind,
  tableEnsembleKind,
] as const;

export type HeadMethod = (typeof kinds)[number]['name'];

/** Every head, in the order in which they are offered. */
export const headKinds: readonly HeadKind<HeadMethod>[] = kinds;

export function headKind(method: HeadMethod): HeadKind<HeadMethod> {
  const kind = headKinds.find(({ name }) => name === method);
  if (!kind) throw new RangeError(`There is no head ${method}.`);
  return kind;
}
