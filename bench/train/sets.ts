import { readFileSync } from 'node:fs';
import { randomFrom } from '@kshot/fewshot';
import { unzipSync } from 'fflate';
import { outsideData } from '../frame/outside-data.js';

interface TrainedSet {
  readonly work: string;
  readonly title: string;
  readonly fileName: string;
  /** Null where it is not there. */
  readonly content: () => Buffer | null;
  /** One input that the model is asked about. */
  readonly question: object;
}

const CLASSES = 77;
const EACH = 10;
const ROWS = 500;
const COLUMNS = 20;

export const sets: readonly TrainedSet[] = [
  {
    work: 'photos',
    title: '40 photos of 5 kinds of clothes',
    fileName: 'clothes.zip',
    content: () => readFileSync('examples/data/clothes.zip'),
    question: { image: picture() },
  },
  {
    work: 'texts',
    title: `${CLASSES * EACH} texts of ${CLASSES} intents (clinc150)`,
    fileName: 'intents.csv',
    content: intents,
    question: { text: 'how do i move money to another account' },
  },
  {
    work: 'table',
    title: `${ROWS} rows of ${COLUMNS} numbers and 5 classes`,
    fileName: 'rows.csv',
    content: () => rows(ROWS),
    question: { row: Array.from({ length: COLUMNS }, (_, j) => ({ column: `x${j}`, value: '0.5' })) },
  },
];

/** The first photo of the set, which it has learned from: only the time counts. */
function picture(): string {
  const [photo] = Object.entries(unzipSync(readFileSync('examples/data/clothes.zip')))
    .filter(([name]) => name.endsWith('.jpg'))
    .map(([, bytes]) => bytes);
  return Buffer.from(photo as Uint8Array).toString('base64');
}

/** The first texts of each of the first classes. */
function intents(): Buffer | null {
  const file = outsideData('clinc150.csv');
  if (!file) return null;
  const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1);
  const byClass = new Map<string, string[]>();
  for (const line of lines) {
    const [, text = '', label = '', split] = /^(.*),([^,]*),([^,]*)$/.exec(line) ?? [];
    const own = byClass.get(label) ?? [];
    if (split !== 'train' || own.length === EACH || (own.length === 0 && byClass.size === CLASSES)) continue;
    byClass.set(label, [...own, `${text},${label}`]);
  }
  return Buffer.from(['text,label', ...[...byClass.values()].flat()].join('\n'));
}

/** Classes around centres of their own. */
export function rows(count: number): Buffer {
  const { uniform } = randomFrom(1);
  const centres = Array.from({ length: 5 }, () => Array.from({ length: COLUMNS }, uniform));
  const lines = Array.from({ length: count }, (_, i) => {
    const centre = centres[i % 5] as number[];
    return [...centre.map((at) => (at + uniform() - 0.5).toFixed(3)), `class ${i % 5}`].join(',');
  });
  const head = [...Array.from({ length: COLUMNS }, (_, j) => `x${j}`), 'label'].join(',');
  return Buffer.from([head, ...lines].join('\n'));
}
