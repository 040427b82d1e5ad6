import { type Array1, type PackArray, textBytes, textsIn } from '@kshot/domain';

type Arrays = Readonly<Record<string, PackArray>>;

/** Where each example of a list lies: row `row`[i] of pack number `source`[i]. */
export interface Places {
  readonly source: Int32Array;
  readonly row: Int32Array;
}

/** The content of these rows of several packs, in order. Rows that follow each other in one pack are not copied. */
export function gatherRows(packs: readonly Arrays[], places: Places): Arrays {
  const first = packs[places.source[0] ?? 0] ?? {};
  const names = Object.keys(first).filter((name) => name === 'pixels' || name.startsWith('column:'));
  return {
    ...Object.fromEntries(names.map((name) => [name, rowsOf(packs, name, places)])),
    ...Object.assign({}, ...textsIn(first).map((of) => textsOf(packs, of, places))),
  };
}

function rowsOf(packs: readonly Arrays[], name: string, { source, row }: Places): PackArray {
  const { shape, values } = packs[source[0] ?? 0]![name] as PackArray;
  const each = shape.slice(1).reduce((product, length) => product * length, 1);
  const whole = [row.length, ...shape.slice(1)];
  const start = row[0] ?? 0;
  if (runEnd(source, row, 0) >= row.length)
    return { shape: whole, values: values.subarray(start * each, (start + row.length) * each) };
  const out = emptyLike(values, each * row.length);
  for (let i = 0; i < row.length; ) {
    const end = runEnd(source, row, i);
    const from = row[i] as number;
    const own = packs[source[i] as number]![name] as PackArray;
    out.set(own.values.subarray(from * each, (from + end - i) * each), i * each);
    i = end;
  }
  return { shape: whole, values: out };
}

/** Where the rows that follow each other in one pack end. */
export function runEnd(source: ArrayLike<number>, row: ArrayLike<number>, start: number): number {
  let end = start + 1;
  while (
    end < row.length &&
    source[end] === source[start] &&
    row[end] === (row[start] as number) + (end - start)
  )
    end++;
  return end;
}

const emptyLike = (values: Array1, length: number): Array1 =>
  new (values.constructor as new (length: number) => Array1)(length);

function textsOf(packs: readonly Arrays[], of: string, { source, row }: Places): Arrays {
  const offsets = new Int32Array(row.length + 1);
  const text = (i: number): Uint8Array => textBytes(packs[source[i] as number]!, of, row[i] as number);
  for (let i = 0; i < row.length; i++) offsets[i + 1] = (offsets[i] as number) + text(i).length;
  const utf8 = new Uint8Array(offsets[row.length] as number);
  for (let i = 0; i < row.length; i++) utf8.set(text(i), offsets[i]);
  return {
    [`utf8${of}`]: { shape: [utf8.length], values: utf8 },
    [`offsets${of}`]: { shape: [offsets.length], values: offsets },
  };
}
