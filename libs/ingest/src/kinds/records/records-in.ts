import { isKnownName } from '../../columns/known-names.js';
import { partOf } from '../../layout/part-of.js';
import { cellTextOf } from '../cell-text.js';
import { withoutChats } from './chats.js';
import { withoutExampleLists } from './example-lists.js';
import { flatRecords } from './flat-records.js';
import { withoutOneHot } from './one-hot.js';
import { areObjects, areStrings, type Entry, isObject, isScalar, type Records } from './records.js';

/** How deep a list of records may lie within objects. */
const DEEPEST = 4;

/** The records that a value of JSON or YAML holds, each flat: an example, its class and more; undefined where it holds none. What is to be said about them goes to the notes. */
export function recordsIn(value: unknown, notes?: string[]): Records | undefined {
  const found = Array.isArray(value) ? fromList(value) : isObject(value) ? fromObject(value, 0) : undefined;
  return found && found.length > 0 ? tidied(found, notes) : undefined;
}

/** Lists of examples and chats as records of their own, objects within records as columns, and no class of what was not accepted. */
export const tidied = (records: Records, notes?: string[]): Records =>
  flatRecords(withoutOneHot(withoutExampleLists(withoutChats(records.map(onlyAccepted), notes))));

/** Annotation tools keep examples that were passed over with the class that was proposed. */
function onlyAccepted(record: Entry): Entry {
  const { answer } = record;
  if ((answer !== 'ignore' && answer !== 'reject') || !Object.hasOwn(record, '_input_hash')) return record;
  const { accept: _, label: __, ...rest } = record;
  return rest;
}

function fromList(list: readonly unknown[]): Records | undefined {
  if (areObjects(list)) return list;
  return fromTexts(list) ?? fromTuples(list);
}

/** [text, {"cats": {…}}]: texts, each with an object about it. */
function fromTexts(list: readonly unknown[]): Records | undefined {
  const records = list.flatMap((pair): Entry[] =>
    Array.isArray(pair) && pair.length === 2 && typeof pair[0] === 'string' && isObject(pair[1])
      ? [{ text: pair[0], ...pair[1] }]
      : [],
  );
  return records.length > 0 && records.length === list.length ? records : undefined;
}

/** Rows as lists of cells, the first perhaps of names. */
function fromTuples(list: readonly unknown[]): Records | undefined {
  const width = Array.isArray(list[0]) ? list[0].length : 0;
  const rows = list.filter(
    (row): row is unknown[] => Array.isArray(row) && row.length === width && row.every(isScalar),
  );
  if (width < 2 || rows.length < list.length) return undefined;
  const first = (rows[0] as unknown[]).map(cellTextOf);
  const named = first.some(isKnownName);
  const names = named ? first : first.map((_, i) => `column ${i + 1}`);
  return rows.slice(named ? 1 : 0).map((row) => zipped(names, row));
}

const zipped = (names: readonly string[], row: readonly unknown[]): Entry =>
  Object.fromEntries(names.map((name, i) => [name, row[i]]));

function fromObject(object: Entry, depth: number): Records | undefined {
  return (
    fromFeatures(object) ??
    fromNamesAndRows(object) ??
    fromTargets(object) ??
    fromParts(object) ??
    fromClassLists(object) ??
    fromOnlyList(object) ??
    fromColumns(object) ??
    fromRows(object) ??
    fromWithin(object, depth)
  );
}

/** {"features": [{"name": …, "type": {"names": […]}}], "rows": [{"row": {…}}]}: Hugging Face's rows, with the names of classes. */
function fromFeatures({ features, rows }: Entry): Records | undefined {
  if (!areObjects(features) || !areObjects(rows) || !rows.every(({ row }) => isObject(row))) return undefined;
  const namesOf = new Map(
    features.flatMap(({ name, type }) =>
      isObject(type) && areStrings(type.names) ? [[name, type.names] as const] : [],
    ),
  );
  return rows.map(({ row }) =>
    Object.fromEntries(
      Object.entries(row as Entry).map(([name, value]) => [
        name,
        typeof value === 'number' ? (namesOf.get(name)?.[value] ?? value) : value,
      ]),
    ),
  );
}

/** {"columns": […], "data": [[…], …]} */
function fromNamesAndRows({ columns, data }: Entry): Records | undefined {
  if (!Array.isArray(columns) || !Array.isArray(data) || !data.every(Array.isArray)) return undefined;
  return data.map((row: unknown[]) => zipped(columns.map(cellTextOf), row));
}

/** {"data": […], "target": […], "target_names": […]}, as scikit-learn's data sets. */
function fromTargets({ data, target, target_names, feature_names }: Entry): Records | undefined {
  if (!Array.isArray(data) || !Array.isArray(target) || data.length !== target.length) return undefined;
  const names = Array.isArray(target_names) ? target_names : [];
  const features = Array.isArray(feature_names) ? feature_names.map(cellTextOf) : [];
  const cellsOf = (row: unknown): Entry =>
    Array.isArray(row)
      ? zipped(
          row.map((_, i) => features[i] ?? `column ${i + 1}`),
          row,
        )
      : { text: row };
  return data.map((row, i) => ({
    ...cellsOf(row),
    label: typeof target[i] === 'number' ? (names[target[i]] ?? target[i]) : target[i],
  }));
}

/** {"train": […], "test": […]} of records or pairs; "oos_train" is of the part train. */
function fromParts(object: Entry): Records | undefined {
  const lists = Object.entries(object).map(([name, list]) => ({
    split: partOf(name) === null ? partOf(name.split(/[_-]/).at(-1) ?? '') : name,
    records: Array.isArray(list) ? fromList(list) : undefined,
  }));
  if (lists.length < 2 || lists.some(({ split, records }) => split === null || !records)) return undefined;
  return lists.flatMap(({ split, records = [] }) => records.map((record) => ({ split, ...record })));
}

/** {"refund": ["…", "…"], "shipping": […]}: lists of examples by their class. */
function fromClassLists(object: Entry): Records | undefined {
  const lists = Object.entries(object);
  if (lists.length < 2 || lists.some(([name]) => isKnownName(name))) return undefined;
  if (lists.every(([, list]) => areStrings(list))) {
    const sizes = new Set(lists.map(([, list]) => (list as string[]).length));
    const distinct = lists.every(([, list]) => new Set(list as string[]).size === (list as string[]).length);
    if (sizes.size === 1 && !distinct) return undefined;
    return lists.flatMap(([label, list]) => (list as string[]).map((text) => ({ label, text })));
  }
  const records = lists.flatMap(([label, list]) =>
    areObjects(list) ? list.map((record) => ({ label, record })) : [],
  );
  const [first] = records;
  const shapes = new Set(records.map(({ record }) => Object.keys(record).join()));
  if (!first || !lists.every(([, list]) => areObjects(list)) || shapes.size !== 1) return undefined;
  if (Object.keys(first.record).some(isKnownName)) return undefined;
  return records.map(({ label, record }) => ({ label, ...record }));
}

/** An object of which one value is a list of records; where a record has nothing but its text, the name is its class. */
function fromOnlyList(object: Entry): Records | undefined {
  const lists = Object.entries(object).filter((entry): entry is [string, Entry[]] => areObjects(entry[1]));
  const [[label, records] = ['', undefined]] = lists;
  if (lists.length !== 1 || !records) return undefined;
  const alone =
    Object.keys(object).length === 1 && records.every((record) => Object.keys(record).length === 1);
  return alone ? records.map((record) => ({ label, ...record })) : records;
}

/** An object of columns, each a list, or an object by row. */
function fromColumns(object: Entry): Records | undefined {
  const columns = Object.entries(object);
  const [, first] = columns[0] ?? [];
  const length = Array.isArray(first) ? first.length : isObject(first) ? Object.keys(first).length : 0;
  const isColumn = (value: unknown): boolean =>
    Array.isArray(value)
      ? value.length === length && value.every(isScalar)
      : isObject(value) &&
        Object.keys(value).length === length &&
        Object.entries(value).every(([row, cell], i) => row === String(i) && isScalar(cell));
  if (length === 0 || !columns.every(([, column]) => isColumn(column))) return undefined;
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(columns.map(([name, column]) => [name, (column as Entry)[row]])),
  );
}

/** An object of records by their names. */
function fromRows(object: Entry): Records | undefined {
  const rows = Object.values(object);
  return areObjects(rows) && Object.values(rows[0] as Entry).every(isScalar) ? rows : undefined;
}

/** Of the lists of records that lie within, the one with most examples. */
function fromWithin(object: Entry, depth: number): Records | undefined {
  if (depth >= DEEPEST) return undefined;
  const found = Object.values(object).flatMap((value) => {
    const records = areObjects(value) ? value : isObject(value) ? fromObject(value, depth + 1) : undefined;
    return records ? [{ records, examples: withoutExampleLists(records).length }] : [];
  });
  return found.sort((a, b) => b.examples - a.examples)[0]?.records;
}
