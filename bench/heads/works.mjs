/** What is fitted and scored: examples, columns and classes of the fit, and how many others are scored. */
export const sizes = {
  features: [
    { rows: 50, columns: 512, classes: 5, scored: 200 },
    { rows: 770, columns: 512, classes: 77, scored: 3080 },
    { rows: 1500, columns: 384, classes: 150, scored: 3000 },
  ],
  table: [
    { rows: 500, columns: 20, classes: 5, scored: 500 },
    { rows: 5000, columns: 20, classes: 5, scored: 5000 },
    { rows: 20000, columns: 20, classes: 5, scored: 5000 },
  ],
};

/** Heads by the data that they are measured on. */
export const heads = {
  features: ['RIDGE', 'KERNEL_RIDGE', 'LOGISTIC', 'SVM', 'PROTOTYPE_HEAD', 'LDA', 'NEAREST_NEIGHBOURS'],
  table: ['RANDOM_FOREST', 'EXTRA_TREES', 'NEAREST_NEIGHBOURS', 'RIDGE', 'LOGISTIC', 'TABLE_ENSEMBLE'],
};
