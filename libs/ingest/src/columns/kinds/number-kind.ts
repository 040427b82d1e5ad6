import { DomainError, LARGEST_NUMBER, type PackArray } from '@kshot/domain';
import type { NumberReading } from '@kshot/fewshot';
import { numberIn } from '../profile-column.js';
import { isTooLarge, readNumberCell } from '../read-cell.js';
import { writeCell } from '../write-cell.js';
import { type Asked, type ColumnKind, storedValues } from './column-kind.js';

/** Numbers and dates as they are stored; those that are not finite as 32-bit floats count as missing. */
export const numberKind: ColumnKind<'NUMBER'> = {
  import(name, cells, rows, profile) {
    const reading = profile.reading ?? { as: 'PLAIN' };
    const exact = new Float64Array(rows.length);
    let huge = 0;
    for (let i = 0; i < exact.length; i++) {
      const row = rows[i] as number;
      const value = profile.numbers?.[row] ?? numberIn(cells.at(row), reading);
      const storable = Number.isFinite(Math.fround(value));
      exact[i] = storable ? value : Number.NaN;
      if (!storable && !Number.isNaN(value)) huge++;
    }
    const figures = figuresOf(exact, 0);
    const shift = offsetFor(figures.minimum, figures.maximum);
    return {
      entry: {
        kind: 'NUMBER',
        name,
        ...figures,
        ...(shift === 0 ? {} : { offset: shift }),
        ...(reading.as === 'PLAIN' ? {} : { reading }),
      },
      ...storedValues(new Float32Array(exact.map((value) => value - shift))),
      warnings: huge > 0 ? [tooLarge(name, huge)] : [],
    };
  },
  read: (column, cells) => ({
    kind: 'NUMBER',
    name: column.name,
    offset: column.offset,
    values: Float32Array.from(cells, (cell) => numberOf(cell, column) - (column.offset ?? 0)),
  }),
  store: ({ values }) => storedValues(values),
  describe: (entry, arrays, index, count) => ({
    ...entry,
    ...figuresOf((arrays[`column:${index}`] as PackArray).values.subarray(0, count), entry.offset ?? 0),
  }),
  asked: (entry) => ({ ...entry, mean: entry.mean - (entry.offset ?? 0) }),
  isConstant: ({ missing, minimum, maximum }) => missing === 0 && minimum === maximum,
};

const tooLarge = (name: string, huge: number): string =>
  `Column "${name}": ${huge} ${huge === 1 ? 'number is' : 'numbers are'} too large to be stored and ${huge === 1 ? 'counts' : 'count'} as missing.`;

/** What is taken off all values so that those far from zero keep their differences as 32-bit floats; 0 where it is not needed. */
function offsetFor(minimum: number, maximum: number): number {
  const range = maximum - minimum;
  const size = Math.max(Math.abs(minimum), Math.abs(maximum));
  if (!Number.isFinite(range) || range === 0 || size < 2 ** 20 * Math.max(range, 1) * 2 ** -10) return 0;
  return size > range && size >= 2 ** 24 ? minimum : 0;
}

function figuresOf(values: ArrayLike<number>, offset: number) {
  let [count, sum, minimum, maximum] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    count++;
    sum += value;
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
  }
  const mean = sum / Math.max(1, count);
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  }
  const deviation = Math.sqrt(squares / Math.max(1, count));
  return {
    missing: values.length - count,
    mean: mean + offset,
    deviation: Number.isFinite(deviation) ? deviation : 0,
    minimum: count === 0 ? 0 : minimum + offset,
    maximum: count === 0 ? 0 : maximum + offset,
  };
}

function numberOf(cell: string | null, { name, reading, mean, offset = 0 }: Asked<'NUMBER'>): number {
  if (cell === null) return Number.NaN;
  const value = readNumberCell(cell, reading) ?? isoDateIn(cell, reading);
  if (value !== undefined) return value;
  if (isTooLarge(cell, reading))
    throw new DomainError(
      'BAD_INPUT',
      `Column "${name}": "${cell.slice(0, 40)}" is too large. The largest number is ${LARGEST_NUMBER}.`,
    );
  throw new DomainError(
    'BAD_INPUT',
    `Column "${name}" needs a ${reading?.as === 'DATE' ? 'date' : 'number'} such as ${writeCell(mean + offset, reading)}, not "${cell.slice(0, 40)}".`,
  );
}

/** Whatever the order of the file, a date may also be written as rows of examples show it. */
const isoDateIn = (cell: string, reading: NumberReading | undefined): number | undefined =>
  reading?.as === 'DATE' ? readNumberCell(cell, { as: 'DATE', order: 'YMD' }) : undefined;
