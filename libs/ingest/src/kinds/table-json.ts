import { DomainError } from '@kshot/domain';
import type { Source } from '../archives/archive.js';
import { quoteNames } from '../names/quote-names.js';
import { attempt } from '../refusals/attempt.js';
import type { FormatChoices, RawRows, TableKind } from '../tables/table.js';
import { decodeText, decodeWhole } from '../texts/decode-text.js';
import { parseJson } from './parse-json.js';
import { type MaybeRecords, placedRows } from './records/placed-rows.js';
import { type Entry, isObject, type Records } from './records/records.js';
import { recordsIn, tidied } from './records/records-in.js';
import { rowsOfRecords } from './records/rows-of-records.js';

const LONGEST_LINE = 16 * 1024 ** 2;
/** By which it is told whether each line is an object. */
const LINES_SEEN = 20;

/** JSON: a list of objects, an object of columns, or an object on each line. */
export const json: TableKind = {
  name: 'a JSON file',
  extensions: ['json', 'jsonl', 'ndjson'],
  matches: (head) => /^\ufeff?\s*(\{\s*"|\{\s*\}|\[\s*[[{\]])/.test(head.toString('utf8')),
  async open(source: Source, { asked }: FormatChoices = {}): Promise<RawRows> {
    const notes: string[] = [];
    const unread = new Map<readonly string[], string>();
    return { header: 'FIRST_ROW', batches: rowsOf(source, notes, asked, unread), notes, unread };
  },
};

async function* rowsOf(
  source: Source,
  notes: string[],
  asked: readonly string[] | undefined,
  unread: Map<readonly string[], string>,
): RawRows['batches'] {
  const lines = (await isLines(source)) ? await readLines(source) : undefined;
  const text = lines ? '' : await decodeWhole(source);
  const given = asked && (lines?.records ?? listIn(text));
  const placed = given && placedRows(given, asked, notes, unread);
  if (placed) return yield* placed;
  yield* rowsOfRecords(lines ? tidied(leaveOut(lines, notes), notes) : recordsOf(text, notes));
}

/** The objects of a JSON list in their places, undefined where something else stands; undefined where few are objects. */
function listIn(text: string): MaybeRecords | undefined {
  const value = parseJson(text);
  if (!Array.isArray(value)) return undefined;
  const records = value.map((each) => (isObject(each) ? each : undefined));
  return records.filter((each) => each !== undefined).length > records.length / 2 ? records : undefined;
}

/** Whether the first line is an object of its own, or most of the first lines are: the first may be damaged. */
async function isLines(source: Source): Promise<boolean> {
  let text = '';
  let ends = 0;
  for await (const piece of (await decodeText(source)).pieces()) {
    text += piece.text;
    ends += piece.text.split('\n').length - 1;
    if (ends > LINES_SEEN || text.length > LONGEST_LINE) break;
  }
  const lines = text
    .trimStart()
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length < 2) return false;
  const isOne = (line: string) => isObject(attempt(() => parseJson(line)).value);
  const seen = lines.slice(0, LINES_SEEN);
  return isOne(lines[0] as string) || seen.filter(isOne).length > seen.length / 2;
}

interface Lines {
  readonly records: MaybeRecords;
  /** Numbers of the lines that are not objects. */
  readonly broken: readonly number[];
}

/** The object of each line; undefined where it is not one. Throws DATA_FORMAT where most are not. */
async function readLines(source: Source): Promise<Lines> {
  const records: (Entry | undefined)[] = [];
  const broken: number[] = [];
  let rest = '';
  let number = 0;
  const take = (line: string): void => {
    number++;
    if (line.trim() === '') return;
    const { value } = attempt(() => parseJson(line)); // what is nested too deeply costs its line alone
    if (!isObject(value)) broken.push(number);
    records.push(isObject(value) ? value : undefined);
  };
  for await (const { text } of (await decodeText(source)).pieces()) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() as string;
    if (rest.length > LONGEST_LINE)
      throw new DomainError(
        'DATA_FORMAT',
        `Line ${number + lines.length + 1} of the JSON Lines is too long.`,
      );
    lines.forEach(take);
  }
  if (rest !== '') take(rest);
  if (broken.length > records.length / 2)
    throw new DomainError(
      'DATA_FORMAT',
      `${broken.length} lines of the JSON Lines are no objects, such as line ${broken[0]}. Write one object on each line.`,
    );
  return { records, broken };
}

/** The objects, with a note about the lines left out. */
function leaveOut({ records, broken }: Lines, notes: string[]): Records {
  if (broken.length > 0) {
    const one = broken.length === 1;
    notes.push(
      `${broken.length} ${one ? 'line is no object and was' : 'lines are no objects and were'} left out: ${quoteNames(broken.map((line) => `line ${line}`))}. Write one whole object on each line.`,
    );
  }
  return records.filter((record) => record !== undefined);
}

function recordsOf(text: string, notes: string[]): Records {
  const value = parseJson(text);
  if (value === undefined) throw brokenJson(text);
  const records = recordsIn(value, notes);
  if (records) return records;
  throw new DomainError(
    'DATA_FORMAT',
    'The JSON is not a table. Write a list of objects, such as [{"text": "…", "label": "…"}], or one object on each line.',
  );
}

function brokenJson(text: string): DomainError {
  let why = '';
  try {
    JSON.parse(text);
  } catch (error) {
    why = (error as Error).message;
  }
  const at = Number(/position (\d+)/.exec(why)?.[1] ?? Number.NaN);
  const where = Number.isNaN(at)
    ? /end of JSON/.test(why)
      ? ': it ends too early'
      : ''
    : ` in line ${text.slice(0, at).split('\n').length}, near "${text.slice(Math.max(0, at - 20), at + 20).trim()}"`;
  return new DomainError('DATA_FORMAT', `The JSON is broken${where}. Write it again.`);
}
