import { type ColumnRole, DomainError, type ImportRequest } from '@kshot/domain';
import type { Table } from '../tables/table.js';
import { columnCalled } from './column-called.js';
import { isIdName, plainName, textNames } from './known-names.js';
import type { Profile } from './profile-column.js';

interface Taken {
  readonly label: number;
  readonly part: number | undefined;
}

/** The columns that hold the text: given, else by usual names, else by content; none where the table is one of numbers and categories. */
export function chooseTexts(
  table: Table,
  profiles: readonly Profile[],
  { label, part }: Taken,
  { textColumn, use }: ImportRequest,
  roleOf: (name: string) => ColumnRole | undefined,
): number[] {
  if (use === 'TABLE') return [];
  const chosen = table.names.flatMap((name, i) => (roleOf(name) === 'TEXT' ? [i] : []));
  const given = textColumn === undefined ? [] : [columnCalled(table, textColumn, 'the text')];
  if (given.includes(label))
    throw new DomainError(
      'BAD_INPUT',
      `Column "${table.names[label]}" is named both as the class (label) and as the text. Name two different columns.`,
    );
  if (chosen.length > 0 || given.length > 0) return [...new Set([...given, ...chosen])].sort((a, b) => a - b);
  const profile = (i: number) => profiles[i] as Profile;
  const free = table.names.flatMap((name, i) =>
    i !== label && i !== part && roleOf(name) === undefined && !areAddresses(profile(i)) ? [i] : [],
  );
  const named = free.filter((i) => {
    const { reading, present, distinct, meanWords } = profile(i);
    return (
      reading === null &&
      present > 0 &&
      textNames.includes(plainName(table.names[i] as string)) &&
      (distinct > 20 || meanWords >= 2 || 2 * distinct > present)
    );
  });
  const [first] = textNames.filter((name) => named.some((i) => plainName(table.names[i] as string) === name));
  // A column that is called as a text is one; a title counts to it only beside others that are no more than one.
  if (first && first !== 'title') {
    const main = named.filter((i) => plainName(table.names[i] as string) !== 'title');
    const isBody = (i: number) =>
      ['text', 'content', 'body', 'message', 'sentence'].includes(plainName(table.names[i] as string));
    const bodies = main.filter(isBody);
    if (bodies.length > 0) return [bodies[0] as number];
    return named;
  }
  const byContent = free.filter((i) => isText(profile(i)));
  const features = free.filter(
    (i) => !byContent.includes(i) && isFeature(table.names[i] as string, profile(i)),
  );
  const words = byContent.reduce((sum, i) => sum + profile(i).meanWords, 0);
  const numbers = features.filter((i) => profile(i).reading !== null).length;
  const few = byContent.some((i) => namesBody(table.names[i] as string)) ? 3 : 1;
  const telling = features.length > few ? 30 : features.length > 1 ? 8 : numbers > 0 ? 5 : 3;
  if (byContent.length > 0 && (use === 'TEXT' || words >= telling)) return byContent;
  if (use === 'TEXT')
    throw new DomainError(
      'DATA_COLUMN',
      `No column holds texts. The columns are: ${table.names.slice(0, 20).join(', ')}. Name the one with the texts, or use all columns as a table.`,
    );
  return [];
}

/** Whether a column is called as what somebody wrote (comment_text), not as what a row is called (title, subject). */
const namesBody = (name: string): boolean =>
  /\b(texts?|sentence|message|tweet|review|comment|utterance|question|query|content|body|post|narrative)\b/.test(
    plainName(name),
  );

/** Cells that are looked at. */
const LOOKED_AT = 100;
const ADDRESS = /^(?:[^\s@]+@[^\s@]+\.[^\s@]+|[a-z]+:\/\/\S+|www\.\S+)$/i;

/** Whether cells are addresses of mails or pages, which say no more than an id. */
function areAddresses({ values }: Profile): boolean {
  const cells = [...values.keys()].slice(0, LOOKED_AT);
  return cells.length > 0 && cells.filter((cell) => ADDRESS.test(cell)).length > 0.8 * cells.length;
}

/** Cells of several words, most of them different unless they are long for a category. */
const isText = ({ reading, present, distinct, meanWords, meanCharacters }: Profile): boolean =>
  reading === null &&
  distinct > 1 &&
  (2 * distinct > present ? meanWords >= 3 || meanCharacters >= 30 : meanWords >= 3.5);

/** Whether a column could tell classes apart in a table. */
const isFeature = (name: string, { present, distinct, reading, missing }: Profile): boolean =>
  present > 0 &&
  distinct > 1 &&
  missing < present &&
  !isIdName(name) &&
  (reading !== null || distinct <= present / 2);
