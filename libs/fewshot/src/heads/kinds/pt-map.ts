import type { HeadKind } from '../head-kind.js';
import { keptNumbers } from '../head-layers.js';
import { ptMap } from '../transductive/pt-map.js';

export const ptMapKind: HeadKind<'PT_MAP'> = {
  name: 'PT_MAP',
  title: 'PT-MAP',
  description:
    'Shares all queries out evenly to class centres that follow them; each class must have equally many. Compares only with its like.',
  whenToUse: 'Many queries at once, equally many of each class.',
  paper: 'Hu 2021, arXiv:2006.03806',
  options: [],
  transductive: true,
  fit: (support) => ({ layers: [], arrays: {}, logits: (queries) => ptMap(support, queries) }),
  storedNumbers: keptNumbers,
};
