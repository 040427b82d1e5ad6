import type { HeadKind } from '../head-kind.js';
import { linearLayers, linearNumbers } from '../head-layers.js';
import { cosineCentroid } from '../nearness/cosine-centroid.js';
import { nearestCentroid } from '../nearness/nearest-centroid.js';

export const centroidKind: HeadKind<'CENTROID'> = {
  name: 'CENTROID',
  title: 'Nearest centroid',
  description: 'The nearest class mean: no training.',
  whenToUse: 'One or two examples to a class, or a first look: nothing to tune.',
  paper: 'Wang 2019 (SimpleShot), arXiv:1911.04623',
  options: ['metric'],
  light: true,
  fit: (support, { metric }) =>
    linearLayers(metric === 'COSINE' ? cosineCentroid(support) : nearestCentroid(support)),
  storedNumbers: linearNumbers,
  rule: (_, { metric }) =>
    metric === 'COSINE' ? { kind: 'COSINE', scale: 10, length: 'ROOT_MEAN_SQUARE' } : { kind: 'CENTROID' },
};
