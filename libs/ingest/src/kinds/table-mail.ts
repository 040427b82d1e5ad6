import type { Source } from '../archives/archive.js';
import type { RawRows, TableKind } from '../tables/table.js';
import { isMailName, textOfFile } from '../texts/text-of-mail.js';

/** One mail, which a model can be asked about, or a data set takes in. */
export const mail: TableKind = {
  name: 'a single mail',
  extensions: ['eml'],
  matches: (_, fileName) => isMailName(fileName),
  single: 'Put mails into a folder for each class, and upload the folder or a ZIP of it.',
  async open(source: Source): Promise<RawRows> {
    const text = await textOfFile(source);
    return {
      header: 'FIRST_ROW',
      batches: (async function* () {
        yield { rows: [['text'], [text]], read: 1 };
      })(),
      notes: [],
    };
  },
};
