import { DomainError } from '@kshot/domain';
import type { Source } from '../archives/archive.js';
import type { RawRows, TableKind } from '../tables/table.js';
import { decodeWhole } from '../texts/decode-text.js';

/** Weka's ARFF, dense or sparse. */
export const arff: TableKind = {
  name: 'an ARFF file',
  extensions: ['arff'],
  matches: (head, fileName) => isArff(head.toString('utf8'), fileName),
  async open(source: Source): Promise<RawRows> {
    const attributes: Attribute[] = [];
    const rows = rowsIn((await decodeWhole(source)).split('\n'), attributes);
    const last = attributes.at(-1);
    return {
      header: 'FIRST_ROW',
      batches: (async function* () {
        yield { rows, read: 1 };
      })(),
      notes: [],
      ...(last?.first === undefined ? {} : { label: last.name }),
    };
  },
};

/** Whether the first line that is not a comment names the relation; a long comment is taken by the file's name. */
function isArff(head: string, fileName: string): boolean {
  const first = head.split('\n').find((line) => line.trim() !== '' && !line.trim().startsWith('%'));
  return first === undefined ? /\.arff$/i.test(fileName) : /^\ufeff?\s*@relation\b/i.test(first);
}

const attribute = /^@attribute\s+(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\S+))\s+(.+)$/i;

interface Attribute {
  readonly name: string;
  /** The first of its values, where they are listed; what a sparse row leaves out. */
  readonly first?: string;
}

function rowsIn(lines: readonly string[], attributes: Attribute[]): string[][] {
  let at = 0;
  for (; at < lines.length && !/^@data\b/i.test((lines[at] as string).trim()); at++) {
    const line = (lines[at] as string).trim();
    if (!/^@attribute\b/i.test(line)) continue;
    const found = attribute.exec(line);
    if (!found) throw broken(at, 'is not an attribute with a name and a type');
    const name = (found[1] ?? found[2] ?? found[3] ?? '').replaceAll(/\\(.)/g, '$1');
    const [, values] = /^\{(.*)\}\s*(?:%.*)?$/.exec(found[4] ?? '') ?? [];
    attributes.push(values === undefined ? { name } : { name, first: denseRow(values)[0] ?? '' });
  }
  const names = attributes.map(({ name }) => name);
  if (names.length === 0 || at === lines.length)
    throw broken(at, 'is the end, and there was no @attribute or no @data');
  const rows = [names];
  for (let i = at + 1; i < lines.length; i++) {
    const line = (lines[i] as string).trim();
    if (line === '' || line.startsWith('%')) continue;
    const row = line.startsWith('{') ? sparseRow(line, attributes, i) : denseRow(line);
    if (row.length !== names.length)
      throw broken(i, `has ${row.length} values for ${names.length} attributes`);
    rows.push(row);
  }
  return rows;
}

const value = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^,]*?))\s*(?:,|$)/y;

/** Values between commas, some within quotes of either kind. */
function denseRow(line: string): string[] {
  const row: string[] = [];
  let at = 0;
  for (let more = true; more; ) {
    value.lastIndex = at;
    const found = value.exec(line);
    if (!found) return [...row, line.slice(at)]; // something stands behind a quote
    at = value.lastIndex;
    row.push((found[1] ?? found[2])?.replaceAll(/\\(.)/g, '$1') ?? found[3] ?? '');
    more = found[0].endsWith(',');
  }
  return row;
}

function sparseRow(line: string, attributes: readonly Attribute[], at: number): string[] {
  const row = attributes.map(({ first }) => first ?? '0');
  const inside = line
    .replace(/^\{/, '')
    .replace(/\}\s*$/, '')
    .trim();
  if (inside === '') return row;
  for (const pair of denseRow(inside)) {
    const found = /^(\d+)\s+(.*)$/.exec(pair);
    const index = Number(found?.[1] ?? Number.NaN);
    if (!found || !(index < row.length))
      throw broken(at, `holds "${pair.slice(0, 40)}" where an index and a value belong`);
    row[index] = (found[2] as string).replace(/^(['"])(.*)\1$/, '$2');
  }
  return row;
}

const broken = (line: number, why: string): DomainError =>
  new DomainError(
    'DATA_FORMAT',
    `Line ${line + 1} of the ARFF file ${why}. Correct it, or save the table as CSV.`,
  );
