/** The heads of the measured study. */
export const METHODS = [
  'CENTROID',
  'NEAREST_NEIGHBOURS',
  'CACHE',
  'RIDGE',
  'LOGISTIC',
  'SVM',
  'PROTOTYPE_HEAD',
  'BD_CSPN',
] as const;
