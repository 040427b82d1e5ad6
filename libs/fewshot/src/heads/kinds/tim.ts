import type { HeadKind } from '../head-kind.js';
import { keptNumbers } from '../head-layers.js';
import { tim } from '../transductive/tim.js';

export const timKind: HeadKind<'TIM'> = {
  name: 'TIM',
  title: 'TIM',
  description:
    'Wants answers to all queries that are sure and, together, even over classes. Compares only with its like.',
  whenToUse: 'Many queries at once, about equally many of each class.',
  paper: 'Boudiaf 2020, arXiv:2008.11297',
  options: [],
  transductive: true,
  fit: (support) => ({ layers: [], arrays: {}, logits: (queries) => tim(support, queries) }),
  storedNumbers: keptNumbers,
};
