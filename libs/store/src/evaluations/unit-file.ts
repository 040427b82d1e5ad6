import { decodeArrays, encodeArrays } from '@kshot/domain';
import type { Unit } from '@kshot/fewshot';
import type { Blobs } from '../blobs/blobs.js';

/** Units with everything that a report needs, in one file: their arrays one after another, and their lengths. */
export async function writeUnits(blobs: Blobs, units: readonly Unit[]): Promise<string> {
  const flat = (name: 'rows' | 'classes' | 'truth') =>
    array(Int32Array.from(units.flatMap((unit) => [...unit[name]])));
  const total = units.reduce((sum, { probabilities }) => sum + probabilities.length, 0);
  const probabilities = new Float32Array(total);
  let at = 0;
  for (const unit of units) {
    probabilities.set(unit.probabilities, at);
    at += unit.probabilities.length;
  }
  const plain = units.map(({ rows, classes, truth: _, probabilities: __, ...rest }) => ({
    ...rest,
    n: rows.length,
    columns: classes.length,
  }));
  const arrays = {
    rows: flat('rows'),
    classes: flat('classes'),
    truth: flat('truth'),
    probabilities: array(probabilities),
  };
  const { hash } = await blobs.write(encodeArrays({ metadata: { units: JSON.stringify(plain) }, arrays }));
  return hash;
}

const array = (values: Int32Array | Float32Array) => ({ shape: [values.length], values });

type Plain = Omit<Unit, 'rows' | 'classes' | 'truth' | 'probabilities'> & { n: number; columns: number };

export async function readUnits(blobs: Blobs, hash: string): Promise<Unit[]> {
  const { metadata, arrays } = decodeArrays(await blobs.read(hash));
  const at = { rows: 0, classes: 0, truth: 0, probabilities: 0 };
  const next = <T extends Int32Array | Float32Array>(name: keyof typeof at, length: number): T => {
    const part = arrays[name]!.values.subarray(at[name], at[name] + length);
    at[name] += length;
    return part as T;
  };
  return (JSON.parse(metadata.units ?? '[]') as Plain[]).map(({ n, columns, ...rest }) => ({
    ...rest,
    rows: next<Int32Array>('rows', n),
    classes: next<Int32Array>('classes', columns),
    truth: next<Int32Array>('truth', n),
    probabilities: next<Float32Array>('probabilities', n * columns),
  }));
}
