import { type Matrix, matrix } from '../heads/algebra/matrix.js';
import { encodeExamples, type RawExamples } from '../inputs/examples.js';
import { inputSpec } from '../inputs/fit-input.js';
import { inputShape } from '../inputs/input-shape.js';
import type { InputSpec } from '../inputs/input-spec.js';
import { denseBackbone } from '../meta/backbone.js';
import type { Backbone } from './feature-extractor.js';

/** Pixels on a side at most, and words that texts are counted by. */
export const PLAIN_INPUT = { imageSize: 32, textFeatures: 1024 } as const;

/**
 * The examples themselves as features: pixels 0…1 of small pictures, counts of words, columns as numbers. What is fitted of them
 * (of a table) is fitted on `fitRows`.
 */
export function plainBackbone(raw: RawExamples, fitRows: Int32Array): Backbone {
  const imageSize =
    raw.modality === 'IMAGE' ? Math.min(PLAIN_INPUT.imageSize, raw.images.height) : PLAIN_INPUT.imageSize;
  return plainStart(inputSpec(raw, fitRows, { ...PLAIN_INPUT, imageSize }));
}

/** Of an input alone: nothing is done to it. */
export const plainStart = (input: InputSpec): Backbone => ({
  input,
  network: denseBackbone(input, []),
  weights: {},
});

/** [rows.length, dim] of what a plain backbone takes. */
export function plainFeatures(input: InputSpec, raw: RawExamples, rows: Int32Array): Matrix {
  const { values } = encodeExamples(input, raw, rows);
  const found = matrix(
    rows.length,
    inputShape(input).reduce((product, size) => product * size, 1),
    values,
  );
  return raw.modality === 'IMAGE' ? { ...found, values: found.values.map((byte) => byte / 255) } : found;
}
