import type { ArchiveEntry } from '../archives/archive.js';
import { orDamaged } from '../archives/damaged-entry.js';
import { parseJson } from '../kinds/parse-json.js';
import { isObject } from '../kinds/records/records.js';
import { spokenText } from '../kinds/records/spoken-text.js';
import { cleanName } from '../names/clean-name.js';
import { quoteNames } from '../names/quote-names.js';
import { decodeWhole } from '../texts/decode-text.js';
import { newCells } from './cells.js';
import type { Table } from './table.js';

/** What Dialogflow calls the examples of an intent: intents/book_flight_usersays_en.json. */
const EXAMPLES_OF = /^(.+)_usersays_[a-z]{2,3}(?:-[a-z]{2,4})?\.json$/i;

/** A table of the examples in an export of Dialogflow, which has a file for each intent that is named after it. Undefined of other archives. */
export async function intentFiles(entries: readonly ArchiveEntry[]): Promise<Table | undefined> {
  const files = entries.flatMap((entry) => {
    const [, name] = EXAMPLES_OF.exec(entry.name) ?? [];
    return name === undefined ? [] : [{ entry, intent: cleanName(name) }];
  });
  if (new Set(files.map(({ intent }) => intent)).size < 2) return undefined;
  const [text, label] = [newCells(), newCells()];
  const unread: string[] = [];
  for (const { entry, intent } of files) {
    const examples = examplesIn(await orDamaged(() => decodeWhole(entry)));
    if (!examples) unread.push(entry.path);
    for (const example of examples ?? []) {
      text.push(example);
      label.push(intent);
    }
  }
  if (text.length === 0) return undefined;
  const others = entries.length - files.length;
  return {
    names: ['text', 'label'],
    columns: [text, label],
    rows: text.length,
    header: true,
    semicolons: false,
    notes: [
      `The examples were read from ${quoteNames(files.map(({ entry }) => entry.path))}, each an example of the intent that its file is named after.`,
      ...(unread.length === 0
        ? []
        : [
            `${unread.length === 1 ? '1 file holds' : `${unread.length} files hold`} no examples that can be read: ${quoteNames(unread)}. Export the agent again.`,
          ]),
      ...(others === 0
        ? []
        : [
            `${others === 1 ? '1 other file of the export was' : `${others} other files of the export were`} left out, such as those of answers and entities.`,
          ]),
    ],
  };
}

/** [{"data": [{"text": "fly to "}, {"text": "Rome", "alias": "city"}]}]: the pieces of each example, put together. */
function examplesIn(json: string | undefined): string[] | undefined {
  const list = json === undefined ? undefined : parseJson(json);
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((each) => (isObject(each) ? (spokenText(each.data) ?? []) : []));
}
