import { dot, type Matrix, matrix, rowOf, rowProducts } from '../../heads/algebra/matrix.js';
import { principalDirections } from '../../heads/algebra/principal-directions.js';
import { meanAndDeviation } from '../../statistics/deviation.js';
import type { TextColumn, TextComponent } from '../input-spec.js';
import type { ColumnKind } from './column-kind.js';
import { readBytes, writtenBytes } from './signed-bytes.js';
import { textVectors } from './text-vectors.js';

const ENCODER = 'POTION_BASE_8M';
/** Numbers that a text becomes at most, and training texts that each of them takes. */
const MOST_COMPONENTS = 32;
const TEXTS_EACH = 4;
/** Training texts that are looked at. */
const MOST_FITTED = 2000;
/** Texts that are encoded at once. */
const BATCH = 1024;

/** How many numbers a text becomes at most where training has this many texts. */
const componentsFor = (texts: number): number => Math.min(MOST_COMPONENTS, Math.floor(texts / TEXTS_EACH));

/** A column as wide as training on this many texts makes it, for estimates. */
export function unfittedTexts(name: string, texts: number, flagMissing: boolean): TextColumn {
  const component = { direction: '', mean: 0, deviation: 1 };
  const components = Array.from({ length: componentsFor(texts) }, () => component);
  return { kind: 'TEXT', name, encoder: ENCODER, components, flagMissing };
}

/** Texts: their sentence vectors along the principal components of those of training. */
export const textColumn: ColumnKind<'TEXT'> = {
  fit({ name, values }, rows) {
    const present = rows.filter((row) => values[row] !== '');
    const count = Math.min(present.length, MOST_FITTED);
    const fitted = Array.from(
      { length: count },
      (_, i) => present[Math.floor((i * present.length) / count)] as number,
    );
    const components = componentsFor(present.length);
    return {
      kind: 'TEXT',
      name,
      encoder: ENCODER,
      components: components === 0 ? [] : componentsOf(textVectors(ENCODER, values, fitted), components),
      flagMissing: present.length < rows.length,
    };
  },
  width: ({ components, flagMissing }) => components.length + (flagMissing ? 1 : 0),
  encode({ encoder, components, flagMissing }, { values }, rows, put) {
    const directions = components.map(({ direction }) => readBytes(direction));
    for (let from = 0; from < rows.length; from += BATCH) {
      const some = Array.from({ length: Math.min(BATCH, rows.length - from) }, (_, i) => rows[from + i]!);
      const vectors = components.length > 0 ? textVectors(encoder, values, some) : matrix(some.length, 0);
      for (const [i, row] of some.entries()) {
        if (values[row] === '') {
          if (flagMissing) put(from + i, components.length, 1);
          continue;
        }
        for (const [k, { mean, deviation }] of components.entries())
          put(from + i, k, (dot(directions[k]!, rowOf(vectors, i)) - mean) / deviation);
      }
    }
  },
  missing: ({ name }) => ({ kind: 'TEXT', name, values: [''] }),
};

/** Directions as they are kept, and what the vectors are along them. */
function componentsOf(vectors: Matrix, count: number): TextComponent[] {
  const { directions } = principalDirections(vectors, count);
  return Array.from({ length: directions.rows }, (_, k): TextComponent => {
    const direction = writtenBytes(rowOf(directions, k));
    const kept = readBytes(direction);
    const along = [...rowProducts(vectors, matrix(1, kept.length, kept)).values];
    const { mean, deviation } = meanAndDeviation(along);
    return { direction, mean, deviation: deviation || 1 };
  });
}
