import type { HeadMethod } from '@kshot/fewshot';

/** What is fitted and scored: examples, columns and classes of the fit, and how many others are scored. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
  readonly classes: number;
  readonly scored: number;
}

/** Heads by the data that they are measured on. */
export const works: readonly { readonly sizes: readonly Size[]; readonly heads: readonly HeadMethod[] }[] = [
  {
    sizes: [
      { rows: 50, columns: 512, classes: 5, scored: 200 },
      { rows: 770, columns: 512, classes: 77, scored: 3080 },
      { rows: 1500, columns: 384, classes: 150, scored: 3000 },
    ],
    heads: ['RIDGE', 'KERNEL_RIDGE', 'LOGISTIC', 'SVM', 'PROTOTYPE_HEAD', 'LDA', 'NEAREST_NEIGHBOURS'],
  },
  {
    sizes: [
      { rows: 500, columns: 20, classes: 5, scored: 500 },
      { rows: 5000, columns: 20, classes: 5, scored: 5000 },
      { rows: 20000, columns: 20, classes: 5, scored: 5000 },
    ],
    heads: ['RANDOM_FOREST', 'EXTRA_TREES', 'NEAREST_NEIGHBOURS', 'RIDGE', 'LOGISTIC', 'TABLE_ENSEMBLE'],
  },
];

/** Heads that scikit-learn does not have. */
export const withoutPeer: readonly HeadMethod[] = ['PROTOTYPE_HEAD', 'TABLE_ENSEMBLE'];
