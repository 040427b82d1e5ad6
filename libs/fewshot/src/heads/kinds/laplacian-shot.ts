import type { HeadKind } from '../head-kind.js';
import { keptNumbers } from '../head-layers.js';
import { laplacianShot } from '../transductive/laplacian-shot.js';

export const laplacianShotKind: HeadKind<'LAPLACIAN_SHOT'> = {
  name: 'LAPLACIAN_SHOT',
  title: 'LaplacianShot',
  description: 'As BD-CSPN, and near queries should get the same class. Compares only with its like.',
  whenToUse: 'Many queries at once, classes that hang together.',
  paper: 'Ziko 2020, arXiv:2006.15486',
  options: [],
  transductive: true,
  fit: (support) => ({ layers: [], arrays: {}, logits: (queries) => laplacianShot(support, queries) }),
  storedNumbers: keptNumbers,
};
