import { HEAD } from '../../meta/backbone.js';
import { matrix, transposed } from '../algebra/matrix.js';
import { crossValidated } from '../cross-validated.js';
import type { Support } from '../head.js';
import type { HeadKind } from '../head-kind.js';
import { packed, packedRow } from '../head-layers.js';
import { gaussianDiscriminant } from '../linear/gaussian-discriminant.js';

/** How far classes share their covariance: chosen by folds. */
const POOLING = [1, 0.75, 0.5, 0.25, 0.1];
const COORDINATES = `${HEAD}_coordinates`;

const poolingFor = (support: Support): number => crossValidated(support, POOLING, gaussianDiscriminant, 1);

export const gaussianDiscriminantKind: HeadKind<'GAUSSIAN_DISCRIMINANT'> = {
  name: 'GAUSSIAN_DISCRIMINANT',
  title: 'Gaussian discriminant',
  description: 'Each class has a mean and a covariance, drawn towards that of all classes as folds say.',
  whenToUse:
    'Tables with a few columns of numbers whose classes vary differently; ten or more examples to a class.',
  paper: 'Friedman 1989, doi:10.1080/01621459.1989.10478752',
  options: [],
  byColumn: true,
  penaltyFor: poolingFor,
  fit(support, { penalty }) {
    const { coordinates, offsets, scores } = gaussianDiscriminant(support, penalty || poolingFor(support));
    const [ways, dim] = [support.ways, support.features.columns];
    const sums = matrix(ways * dim, ways);
    for (let j = 0; j < sums.rows; j++) sums.values[j * ways + Math.floor(j / dim)] = -0.5;
    return {
      layers: [
        { kind: 'dense', name: COORDINATES, units: ways * dim, activation: 'linear' },
        { kind: 'squares', name: `${HEAD}_squares` },
        { kind: 'dense', name: HEAD, units: ways, activation: 'linear' },
      ],
      arrays: {
        [`${COORDINATES}/kernel`]: packed(transposed(coordinates.weights)),
        [`${COORDINATES}/bias`]: packedRow(coordinates.bias),
        [`${HEAD}/kernel`]: packed(sums),
        [`${HEAD}/bias`]: packedRow(offsets),
      },
      logits: scores,
    };
  },
  storedNumbers: ({ columns, ways }) => ways * columns * (columns + 1 + ways),
};
