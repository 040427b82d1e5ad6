const marks = new Set([
  '',
  '?',
  '-',
  'na',
  'n/a',
  '#n/a',
  'nan',
  'null',
  '(null)',
  '<na>',
  'nat',
  '\\n',
  'unlabelled',
  'unlabeled',
]);

/** Whether a cell of the class column says that the class is not known. "None" and "unknown" are classes. */
export const isUnlabelled = (label: string): boolean => marks.has(label.toLowerCase());
