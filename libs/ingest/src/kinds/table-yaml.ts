import { DomainError } from '@kshot/domain';
import { parse, YAMLError } from 'yaml';
import type { Source } from '../archives/archive.js';
import type { RawRows, TableKind } from '../tables/table.js';
import { decodeWhole } from '../texts/decode-text.js';
import { recordsIn } from './records/records-in.js';
import { rowsOfRecords } from './records/rows-of-records.js';

const LONGEST = 16 * 1024 ** 2;
/** Spaces before a line that nests deeper than any table. */
const DEEPEST_INDENT = 400;

/** YAML: records, or intents with their examples as Rasa and others write them. */
export const yaml: TableKind = {
  name: 'a YAML file',
  extensions: ['yml', 'yaml'],
  matches: (_, fileName) => /\.ya?ml$/i.test(fileName),
  async open(source: Source): Promise<RawRows> {
    const records = recordsIn(parsedYaml(await decodeWhole(source)));
    if (!records)
      throw new DomainError(
        'DATA_FORMAT',
        'The YAML is not a table. Write a list of records with "text" and "label", or intents with their examples.',
      );
    return { header: 'FIRST_ROW', batches: rowsOfRecords(records), notes: [] };
  },
};

function parsedYaml(text: string): unknown {
  if (text.length > LONGEST)
    throw new DomainError(
      'DATA_TOO_LARGE',
      `The YAML has more than ${LONGEST} characters. Save it as CSV or JSON Lines.`,
    );
  if (/[[{]{50}/.test(text) || new RegExp(`^ {${DEEPEST_INDENT}}`, 'm').test(text)) throw tooDeep();
  try {
    return parse(text, { maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof RangeError || error instanceof ReferenceError) throw tooDeep();
    if (!(error instanceof YAMLError)) throw error;
    const line = error.linePos?.[0].line;
    throw new DomainError(
      'DATA_FORMAT',
      `The YAML is broken${line === undefined ? '' : ` in line ${line}`}. Correct it, or save it as CSV.`,
    );
  }
}

const tooDeep = (): DomainError =>
  new DomainError('DATA_FORMAT', 'The YAML is nested too deeply. Write a list of flat records.');
