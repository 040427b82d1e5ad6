import { DomainError } from '@kshot/domain';
import { arrangeFiles } from '../layout/arrange-files.js';
import type { Arranged } from '../layout/arranged.js';
import type { Reason } from '../names/left-out.js';
import type { TextEntries } from './text-entries.js';

const notText: Reason = {
  one: 'file is not a text (.txt, .eml)',
  many: 'files are not texts (.txt, .eml)',
  advice: '',
};

/** Finds the class and the part of each text file. Throws DATA_FORMAT where there are none. */
export async function arrangeTexts(
  { texts, others, notes }: TextEntries,
  keepAll: boolean,
): Promise<Arranged> {
  if (texts.length === 0)
    throw new DomainError(
      others.length === 0 ? 'DATA_EMPTY' : 'DATA_FORMAT',
      others.length === 0
        ? 'The archive is empty. Put at least two class folders with pictures or texts into it.'
        : `The archive holds no pictures, no table and no texts in folders, but ${others.length === 1 ? 'a file' : 'files'} such as ${others[0]!.path.slice(0, 80)}. Put pictures, .txt or .eml files into a folder for each class, or a CSV into it.`,
    );
  const arranged = await arrangeFiles(texts, others, notText, async () => undefined, keepAll);
  return { ...arranged, notes: [...notes, ...arranged.notes] };
}
