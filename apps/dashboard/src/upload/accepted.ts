/** What the file chooser offers for data sets; the server has the last word. */
export const ACCEPTED = [
  ...[
    '.zip',
    '.tar',
    '.tgz',
    '.gz',
    '.csv',
    '.tsv',
    '.txt',
    '.tab',
    '.data',
    '.json',
    '.jsonl',
    '.ndjson',
    '.yml',
    '.yaml',
    '.eml',
  ],
  ...['.xlsx', '.xls', '.xlsm', '.xlsb', '.ods', '.parquet', '.pq', '.arff'],
  ...['.png', '.jpg', '.jpeg', '.webp', '.gif', '.tif', '.tiff', '.bmp', '.avif', '.heic'],
].join(',');

/** What the drop zone says of it. */
export const ACCEPTED_HINT =
  'A folder or ZIP with a folder for each class, a spreadsheet, CSV, JSON, Parquet or ARFF.';
