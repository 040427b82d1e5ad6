import { HEAD } from '../../meta/backbone.js';
import { columnMeans, minusRow } from '../algebra/matrix.js';
import { oneHot } from '../algebra/one-hot.js';
import type { HeadKind } from '../head-kind.js';
import { keptNumbers, logShares, packed, packedRow } from '../head-layers.js';
import { nearestNeighbours } from '../nearness/nearest-neighbours.js';

export const nearestNeighboursKind: HeadKind<'NEAREST_NEIGHBOURS'> = {
  name: 'NEAREST_NEIGHBOURS',
  title: 'Nearest neighbours',
  description: 'The classes of the nearest examples, which are kept.',
  whenToUse: 'Classes that are not one cluster each, ten or more examples to a class.',
  paper: 'Cover and Hart 1967, doi:10.1109/TIT.1967.1053964',
  options: ['neighbours'],
  light: true,
  votes: true,
  fit(support, { neighbours: asked = 3 }) {
    const { features, ways } = support;
    const neighbours = Math.min(asked, features.rows);
    const mean = columnMeans(features);
    const head = nearestNeighbours(support, neighbours, 'DISTANCE');
    return {
      layers: [{ kind: 'neighbours', name: HEAD, examples: features.rows, classes: ways, neighbours }],
      arrays: {
        [`${HEAD}/features`]: packed(minusRow(features, mean)),
        [`${HEAD}/mean`]: packedRow(mean),
        [`${HEAD}/labels`]: packed(oneHot(support, () => 1)),
      },
      logits: (queries) => logShares(head.scores(queries)),
    };
  },
  storedNumbers: keptNumbers,
  rule: (_, { neighbours = 3 }) => ({ kind: 'NEIGHBOURS', neighbours }),
};
