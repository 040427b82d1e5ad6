import { labelNames, plainName } from '../../columns/known-names.js';
import { type Entry, isObject, type Records } from './records.js';

const LABELS = new Set(['cats', ...labelNames]);

/** {"cats": {"A": 1.0, "B": 0.0}}: the classes that are marked, as one cell; several of them between commas. */
export function withoutOneHot(records: Records): Records {
  const names = new Set(
    records.flatMap((record) => Object.keys(record).filter((name) => isOneHot(record, name))),
  );
  if (names.size === 0) return records;
  return records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]): [string, unknown] =>
        !names.has(name)
          ? [name, value]
          : [name === 'cats' ? 'label' : name, isOneHot(record, name) ? markedIn(value as Entry) : value],
      ),
    ),
  );
}

/** Whether a field that is called as a class holds a share of each class. */
function isOneHot(record: Entry, name: string): boolean {
  const value = record[name];
  if (!isObject(value) || !LABELS.has(plainName(name))) return false;
  const shares = Object.values(value);
  return (
    shares.length > (name === 'cats' ? 0 : 1) &&
    shares.every(
      (share) => typeof share === 'boolean' || (Number(share) >= 0 && Number(share) <= 1 && isNumeric(share)),
    )
  );
}

const isNumeric = (value: unknown): boolean => typeof value === 'number' || typeof value === 'bigint';

const markedIn = (shares: Entry): string =>
  Object.entries(shares)
    .filter(([, share]) => Number(share) >= 0.5)
    .map(([name]) => name)
    .join(', ');
