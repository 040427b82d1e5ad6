import { plainName } from '../../columns/known-names.js';
import { areStrings, type Entry, isScalar, type Records } from './records.js';
import { withoutMarks } from './spoken-text.js';

/** What lists of examples of a class are called. */
const NAMES = new Set([
  ...['examples', 'patterns', 'utterances', 'samples', 'phrases', 'texts', 'sentences', 'queries'],
  ...['questions', 'inputs', 'expressions', 'training phrases', 'user says'],
]);

/** Records of which each holds a class and a list of its examples, as a record for each example; others as they are. */
export function withoutExampleLists(records: Records): Records {
  const field = listField(records);
  if (field === undefined) return records;
  const holding = records.filter((record) => examplesIn(record[field]) !== undefined);
  const named = mostNamed(holding);
  if (named === undefined) return records;
  return holding
    .filter((record) => Object.hasOwn(record, named))
    .flatMap((record) => {
      const others = Object.entries(record).filter(([name, value]) => name !== 'text' && isScalar(value));
      return (examplesIn(record[field]) ?? []).map((text) => ({
        ...Object.fromEntries(others.filter(([name]) => name !== field)),
        text,
      }));
    });
}

function listField(records: Records): string | undefined {
  const names = new Set<string>();
  for (const record of records) for (const name of Object.keys(record)) names.add(name);
  return [...names].find((name) => {
    if (!NAMES.has(plainName(name))) return false;
    const lists = records.flatMap((record) =>
      Object.hasOwn(record, name) ? [examplesIn(record[name])] : [],
    );
    return lists.every((list) => list !== undefined) && lists.some((list) => list.length > 1);
  });
}

/** A list of strings, or lines that each begin with a dash; undefined of anything else. */
function examplesIn(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return value.length === 0 || areStrings(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const lines = value.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0 || !lines.every((line) => /^\s*-\s/.test(line))) return undefined;
  return lines.map((line) => withoutMarks(line.replace(/^\s*-\s+/, '').trim()));
}

/** The name of the string that most of the records have. */
function mostNamed(records: Records): string | undefined {
  const counts = new Map<string, number>();
  for (const record of records)
    for (const name of stringsOf(record)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

const stringsOf = (record: Entry): string[] =>
  Object.keys(record).filter(
    (name) => typeof record[name] === 'string' && examplesIn(record[name]) === undefined,
  );
