import type { HeadMethod } from '@kshot/fewshot';
import { unzipSync, zipSync } from 'fflate';
import { rows, sets } from '../train/sets.js';

/** What is started on a data set: the method of a transfer from the starter that Train takes, or a training from nothing. */
export type Started = 'TRAIN' | 'PRETRAIN' | 'FINE_TUNE' | HeadMethod;

interface EstimatedSet {
  readonly title: string;
  readonly fileName: string;
  readonly content: () => Buffer | null;
  readonly started: readonly Started[];
}

const onFeatures: readonly Started[] = ['TRAIN', 'LOGISTIC', 'SVM', 'KERNEL_RIDGE', 'FINE_TUNE', 'PRETRAIN'];
const onColumns: readonly Started[] = [
  'TRAIN',
  'LOGISTIC',
  'EXTRA_TREES',
  'RANDOM_FOREST',
  'TABLE_ENSEMBLE',
  'PRETRAIN',
];

/** Each start is the first of its kind on its data set, so that nothing is known of it but its size. */
export const estimatedSets: readonly EstimatedSet[] = [
  ...sets.map(({ work, title, fileName, content }) => ({
    title,
    fileName,
    content: work === 'photos' ? () => allButOne(content()) : content,
    started: work === 'table' ? onColumns : onFeatures,
  })),
  { title: '5,000 rows', fileName: 'more.csv', content: () => rows(5000), started: onColumns },
  { title: '120 rows', fileName: 'few.csv', content: () => rows(120), started: onColumns },
];

/** The shipped photos without one: the features of all of them are there. */
function allButOne(archive: Buffer | null): Buffer | null {
  if (!archive) return null;
  const [, ...kept] = Object.entries(unzipSync(archive)).filter(([name]) => name.endsWith('.jpg'));
  return Buffer.from(zipSync(Object.fromEntries(kept)));
}
