import type { ColumnKind } from './column-kind.js';
import { cyclesOf } from './date-cycles.js';

/** Numbers: standardised, a missing one is 0; dates also by where they are in the year, the week and the day. */
export const numberColumn: ColumnKind<'NUMBER'> = {
  fit({ name, values, offset, reading }, rows) {
    const present = presentOf(values, rows);
    const count = Math.max(1, present.length);
    let sum = 0;
    for (const value of present) sum += value;
    const mean = sum / count;
    let squares = 0;
    for (const value of present) squares += (value - mean) ** 2;
    const variance = squares / count;
    const cycles =
      reading?.as === 'DATE' ? cyclesOf(Array.from(present, (value) => value + (offset ?? 0))) : [];
    return {
      kind: 'NUMBER',
      name,
      mean,
      deviation: Math.sqrt(variance) || 1,
      flagMissing: present.length < rows.length,
      ...(offset === undefined ? {} : { offset }),
      ...(reading === undefined ? {} : { reading }),
      ...(cycles.length === 0 ? {} : { cycles }),
    };
  },
  width: ({ flagMissing, cycles = [] }) => (flagMissing ? 2 : 1) + 2 * cycles.length,
  encode({ mean, deviation, flagMissing, offset = 0, cycles = [] }, source, rows, put) {
    const shift = (source.offset ?? 0) - offset;
    const first = flagMissing ? 2 : 1;
    for (let i = 0; i < rows.length; i++) {
      const value = source.values[rows[i] as number] as number;
      if (Number.isNaN(value)) {
        if (flagMissing) put(i, 1, 1);
        continue;
      }
      put(i, 0, (value + shift - mean) / deviation);
      for (const [k, period] of cycles.entries()) {
        const angle = (2 * Math.PI * (value + shift + offset)) / period;
        put(i, first + 2 * k, Math.sin(angle));
        put(i, first + 2 * k + 1, Math.cos(angle));
      }
    }
  },
  missing: ({ name }) => ({ kind: 'NUMBER', name, values: Float32Array.of(Number.NaN) }),
};

/** The numbers of these rows that are not missing. */
function presentOf(values: Float32Array, rows: ArrayLike<number>): Float32Array {
  const out = new Float32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i] as number] as number;
    if (!Number.isNaN(value)) out[count++] = value;
  }
  return out.subarray(0, count);
}
