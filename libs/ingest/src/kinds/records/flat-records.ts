import { isKnownName } from '../../columns/known-names.js';
import { type Entry, isObject, isScalar, type Records } from './records.js';
import { spokenText } from './spoken-text.js';

const DEEPEST = 6;
/** Objects with more different names than this stay as they are: they are lists by another name. */
const MOST_NAMES = 200;
/** Records whose names are looked at. */
const LOOKED_AT = 2000;

/**
 * Objects within records as columns of their own, named by their last name where no other has it and by the whole way otherwise; what
 * stands alone in a list is the value itself, and a text in pieces is put together.
 */
export function flatRecords(records: Records): Records {
  if (records.every((record) => Object.values(record).every(isScalar))) return records;
  const whole = records.map((record) => Object.fromEntries(leavesOf(record, [])) as Entry);
  const ways = new Set(whole.slice(0, LOOKED_AT).flatMap((record) => Object.keys(record)));
  if (ways.size > MOST_NAMES) return records;
  const lasts = new Map<string, number>();
  for (const way of ways) lasts.set(lastOf(way), (lasts.get(lastOf(way)) ?? 0) + 1);
  const nameOf = (way: string): string =>
    lasts.get(lastOf(way)) === 1 ? lastOf(way) : way.replaceAll(BETWEEN, '.');
  return whole.map((record) =>
    Object.fromEntries(Object.entries(record).map(([way, value]) => [nameOf(way), value])),
  );
}

/** Stands in no name: names are cleaned of it later anyway. */
const BETWEEN = '\u0001';
const lastOf = (way: string): string => way.slice(way.lastIndexOf(BETWEEN) + 1);

function leavesOf(value: unknown, way: readonly string[]): [string, unknown][] {
  const text = spokenText(value);
  if (text !== undefined && (value as unknown[]).length > 1) return [[way.join(BETWEEN), text]];
  const names = namesOf(value);
  if (names !== undefined) return [[way.join(BETWEEN), names]];
  const inner = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (!isObject(inner) || inner instanceof Date || ArrayBuffer.isView(inner) || way.length >= DEEPEST)
    return way.length === 0 ? [] : [[way.join(BETWEEN), inner]];
  const entries = Object.entries(inner);
  return entries.flatMap(([name, each]) =>
    leavesOf(each, entries.length === 1 && isValueOf(way.at(-1), name) ? way : [...way, name]),
  );
}

/** [{"id": 7, "name": "bug"}]: of things with a name and more, the names. */
function namesOf(value: unknown): string | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const names = value.map((one) => (isObject(one) && Object.keys(one).length > 1 ? one.name : undefined));
  return names.every((name) => typeof name === 'string') ? names.join(', ') : undefined;
}

/** {"label": {"name": "cat"}}: the only value within what is called label is the label. */
const isValueOf = (outer: string | undefined, name: string): boolean =>
  outer !== undefined && isKnownName(outer) && !isKnownName(name);
