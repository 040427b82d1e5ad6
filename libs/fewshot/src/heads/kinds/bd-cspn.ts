import type { HeadKind } from '../head-kind.js';
import { keptNumbers } from '../head-layers.js';
import { bdCspnLogits } from '../transductive/bd-cspn.js';

export const bdCspnKind: HeadKind<'BD_CSPN'> = {
  name: 'BD_CSPN',
  title: 'BD-CSPN',
  description:
    'Class means corrected by the queries, which it looks at together. Compares only with its like.',
  whenToUse: 'Many queries at once, one to five examples to a class.',
  paper: 'Liu 2020, arXiv:1911.10713',
  options: [],
  transductive: true,
  fit: (support) => ({ layers: [], arrays: {}, logits: (queries) => bdCspnLogits(support, queries) }),
  storedNumbers: keptNumbers,
};
