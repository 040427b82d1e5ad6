import type { Candidate } from '@kshot/fewshot';

/** A head, and what rows call it. */
export interface NamedHead extends Candidate {
  readonly label: string;
}

const L2N = 'L2N';

/** Heads on features of length 1, as the bench compares them. */
const HEADS: readonly NamedHead[] = [
  { label: 'nearest centroid', name: 'centroid', method: 'CENTROID', transform: L2N },
  { label: '3 nearest neighbours', name: 'neighbours', method: 'NEAREST_NEIGHBOURS', transform: L2N },
  { label: 'cache', name: 'cache', method: 'CACHE', transform: L2N },
  { label: 'ridge', name: 'ridge', method: 'RIDGE', transform: L2N },
  { label: 'kernel ridge', name: 'kernel-ridge', method: 'KERNEL_RIDGE', transform: L2N },
  { label: 'linear discriminant', name: 'lda', method: 'LDA', transform: L2N },
  { label: 'logistic', name: 'logistic', method: 'LOGISTIC', transform: L2N },
  { label: 'linear SVM', name: 'svm', method: 'SVM', transform: L2N },
  { label: 'prototype head', name: 'prototype', method: 'PROTOTYPE_HEAD', transform: L2N },
  { label: 'BD-CSPN', name: 'bd-cspn', method: 'BD_CSPN', transform: L2N },
  { label: 'LaplacianShot', name: 'laplacian-shot', method: 'LAPLACIAN_SHOT', transform: L2N },
  { label: 'PT-MAP', name: 'pt-map', method: 'PT_MAP', transform: L2N },
  { label: 'TIM', name: 'tim', method: 'TIM', transform: L2N },
];

/** The named heads, or all. */
export const headsOf = (names?: readonly string[]): NamedHead[] =>
  HEADS.filter(({ name }) => !names || names.includes(name));
