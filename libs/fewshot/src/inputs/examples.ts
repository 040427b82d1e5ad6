import type { Packed } from '../engine/program.js';
import type { TableColumn } from './columns/column-kind.js';
import { encodeImages, type Images } from './image.js';
import { inputShape } from './input-shape.js';
import type { InputSpec } from './input-spec.js';
import { encodeTable } from './table.js';
import { encodeTexts } from './text.js';

/** Raw examples of one modality, before any fitting. */
export type RawExamples =
  | { readonly modality: 'IMAGE'; readonly images: Images }
  | { readonly modality: 'TEXT'; readonly texts: readonly string[] }
  | { readonly modality: 'TABLE'; readonly columns: readonly TableColumn[] };

/** The chosen rows as the network sees them: [rows.length, ...inputShape]; bytes for pictures. */
export function encodeExamples(spec: InputSpec, raw: RawExamples, rows: ArrayLike<number>): Packed {
  const shape = [rows.length, ...inputShape(spec)];
  if (spec.modality === 'IMAGE' && raw.modality === 'IMAGE') {
    return { shape, values: encodeImages(spec, raw.images, rows) };
  }
  if (spec.modality === 'TEXT' && raw.modality === 'TEXT') {
    return {
      shape,
      values: encodeTexts(
        spec,
        Array.from(rows, (row) => raw.texts[row] as string),
      ),
    };
  }
  if (spec.modality === 'TABLE' && raw.modality === 'TABLE') {
    return { shape, values: encodeTable(spec, raw.columns, rows) };
  }
  throw new RangeError(`The model takes ${spec.modality} examples, these are ${raw.modality}.`);
}
