import { DomainError } from '@kshot/domain';
import type { Source } from '../archives/archive.js';
import { partOf } from '../layout/part-of.js';
import { quoteNames } from '../names/quote-names.js';
import type { RawRows, TableKind } from '../tables/table.js';
import { decodeText, decodeWhole } from '../texts/decode-text.js';
import { cellTextOf } from './cell-text.js';
import { parseJson } from './parse-json.js';

const LONGEST_LINE = 16 * 1024 ** 2;

/** JSON: a list of objects, an object of columns, or an object on each line. */
export const json: TableKind = {
  name: 'a JSON file',
  extensions: ['json', 'jsonl', 'ndjson'],
  matches: (head) => /^\ufeff?\s*(\{\s*"|\{\s*\}|\[\s*[[{\]])/.test(head.toString('utf8')),
  async open(source: Source): Promise<RawRows> {
    const notes: string[] = [];
    return { header: 'FIRST_ROW', batches: rowsOf(source, notes), notes };
  },
};

type Records = Readonly<Record<string, unknown>>[];

async function* rowsOf(source: Source, notes: string[]): RawRows['batches'] {
  const records = (await isLines(source))
    ? await readLines(source, notes)
    : recordsIn(await decodeWhole(source));
  const names = [...new Set(records.slice(0, 10_000).flatMap((record) => Object.keys(record)))];
  yield { rows: [names], read: 0.5 };
  const cell = (record: Records[number], name: string) =>
    Object.hasOwn(record, name) ? cellTextOf(record[name]) : '';
  for (let at = 0; at < records.length; at += 1000)
    yield {
      rows: records.slice(at, at + 1000).map((record) => names.map((name) => cell(record, name))),
      read: 0.5 + at / (2 * records.length),
    };
}

/** Whether the first line is an object of its own. */
async function isLines(source: Source): Promise<boolean> {
  let text = '';
  for await (const piece of (await decodeText(source)).pieces()) {
    text += piece.text;
    if (text.trimStart().includes('\n') || text.length > LONGEST_LINE) break;
  }
  const [line = ''] = text.trimStart().split('\n');
  const rest = text.trimStart().slice(line.length).trim();
  return rest !== '' && isObject(parseJson(line));
}

/** Lines that are no objects are left out, as long as they are few. */
async function readLines(source: Source, notes: string[]): Promise<Records> {
  const records: Records = [];
  const broken: number[] = [];
  let rest = '';
  let number = 0;
  const take = (line: string): void => {
    number++;
    if (line.trim() === '') return;
    const value = orUndefined(() => parseJson(line));
    if (isObject(value)) records.push(value);
    else broken.push(number);
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
  if (broken.length > records.length)
    throw new DomainError(
      'DATA_FORMAT',
      `${broken.length} lines of the JSON Lines are no objects, such as line ${broken[0]}. Write one object on each line.`,
    );
  if (broken.length > 0) {
    const one = broken.length === 1;
    notes.push(
      `${broken.length} ${one ? 'line is no object and was' : 'lines are no objects and were'} left out: ${quoteNames(broken.map((line) => `line ${line}`))}. Write one whole object on each line.`,
    );
  }
  return records;
}

function recordsIn(text: string): Records {
  const value = parseJson(text);
  if (value === undefined) throw brokenJson(text);
  const list = Array.isArray(value) ? value : isObject(value) ? fromObject(value) : undefined;
  if (list && list.length > 0 && list.every(isObject)) return list;
  throw new DomainError(
    'DATA_FORMAT',
    'The JSON is not a table. Write a list of objects, such as [{"text": "…", "label": "…"}], or one object on each line.',
  );
}

/** An object of columns (each a list, or an object by row), of column names and rows, or one whose only list holds the records. */
function fromObject(object: Readonly<Record<string, unknown>>): unknown[] | undefined {
  const { columns, data } = object;
  if (Array.isArray(columns) && Array.isArray(data) && data.every(Array.isArray))
    return data.map((row: unknown[]) =>
      Object.fromEntries(columns.map((name, i) => [cellTextOf(name), row[i]])),
    );
  const values = Object.values(object);
  const parted = Object.entries(object).filter(
    ([name, list]) => partOf(name) !== null && Array.isArray(list) && list.every(isObject),
  );
  if (parted.length > 1 && parted.length === values.length)
    return parted.flatMap(([split, list]) => (list as object[]).map((record) => ({ split, ...record })));
  const lists = values.filter(
    (value): value is unknown[] => Array.isArray(value) && value.length > 0 && value.every(isObject),
  );
  if (lists.length === 1) return lists[0];
  const length = Array.isArray(values[0]) ? values[0].length : 0;
  const flat = (value: unknown) =>
    Array.isArray(value) &&
    value.length === length &&
    !value.some((cell) => typeof cell === 'object' && cell !== null);
  if (length > 0 && values.every(flat))
    return Array.from({ length }, (_, row) =>
      Object.fromEntries(Object.entries(object).map(([name, column]) => [name, (column as unknown[])[row]])),
    );
  if (values.length > 0 && values.every(isObject)) {
    const rows = Object.keys(values[0] as object);
    const same = values.every((column) => Object.keys(column as object).length === rows.length);
    const leaf = Object.values(values[0] as object).every(
      (cell) => typeof cell !== 'object' || cell === null,
    );
    if (same && leaf && rows.every((row, i) => row === String(i)))
      return rows.map((row) =>
        Object.fromEntries(
          Object.entries(object).map(([name, column]) => [name, (column as Record<string, unknown>)[row]]),
        ),
      );
    if (leaf) return values;
  }
  return undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is nested too deeply in one line costs that line alone. */
function orUndefined(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
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
