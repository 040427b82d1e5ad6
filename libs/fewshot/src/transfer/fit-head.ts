import { crossValidated } from '../heads/cross-validated.js';
import { discriminant } from '../heads/discriminant.js';
import type { LinearHead, Support } from '../heads/head.js';
import { linearSvm } from '../heads/linear-svm.js';
import { logisticHead } from '../heads/logistic.js';
import { dot } from '../heads/matrix.js';
import { centroids, nearestCentroid } from '../heads/nearest-centroid.js';
import { prototypeHead } from '../heads/prototype-head.js';
import { ridgeByLeaveOneOut, ridgeHead } from '../heads/ridge.js';
import { spread } from '../heads/spread.js';
import { unitLength } from '../heads/transforms.js';
import type { TransferSettings } from '../methods/transfer.options.js';

/** Penalties and costs are tried over these, relative to the spread of the features. */
const GRID = [0.01, 0.1, 1, 10, 100];

/** Fits the linear head that the settings name, with the penalty that was chosen within one support set. */
export function headFitter(
  support: Support,
  settings: Pick<TransferSettings, 'method' | 'metric'>,
): (some: Support) => LinearHead {
  const scale = spread(support.features);
  switch (settings.method) {
    case 'CENTROID':
      return settings.metric === 'COSINE' ? cosineCentroid : nearestCentroid;
    case 'LDA':
      return discriminant;
    case 'LOGISTIC': {
      const fit = (some: Support, penalty: number) => logisticHead(some, penalty * scale);
      const penalty = crossValidated(support, GRID, fit, 1);
      return (some) => fit(some, penalty);
    }
    case 'SVM': {
      const fit = (some: Support, cost: number) => linearSvm(some, cost / scale);
      const cost = crossValidated(support, GRID, fit, 1);
      return (some) => fit(some, cost);
    }
    case 'PROTOTYPE_HEAD': {
      const fit = (some: Support, penalty: number) => prototypeHead(some, penalty * scale);
      const penalty = crossValidated(support, GRID, fit, 1);
      return (some) => fit(some, penalty);
    }
    default: {
      const { penalty } = ridgeByLeaveOneOut(support);
      return (some) => ridgeHead(some, penalty);
    }
  }
}

/** The class with the smallest angle: the length of a query scales all its scores alike. */
function cosineCentroid(support: Support): LinearHead {
  const means = unitLength(centroids({ ...support, features: unitLength(support.features) }));
  const length =
    Math.sqrt(dot(support.features.values, support.features.values) / support.features.rows) || 1;
  // Ten times the cosine, for queries as long as the examples are.
  const weights = { ...means, values: means.values.map((value) => (10 * value) / length) };
  return { kind: 'LINEAR', weights, bias: new Float64Array(support.ways) };
}
