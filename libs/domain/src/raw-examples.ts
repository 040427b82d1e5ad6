import type { RawExamples, TableColumn } from '@kshot/fewshot';
import type { Pack, PackArray } from './pack.js';

/** The pack's examples as methods read them. Nothing is copied but texts. */
export function rawExamples(pack: Pack): RawExamples {
  const { manifest } = pack;
  switch (manifest.modality) {
    case 'IMAGE': {
      const { height, width, channels } = manifest.image!;
      return {
        modality: 'IMAGE',
        images: { height, width, channels, pixels: valuesOf(pack, 'pixels') as Uint8Array },
      };
    }
    case 'TEXT':
      return { modality: 'TEXT', texts: Array.from({ length: manifest.count }, (_, i) => textAt(pack, i)) };
    case 'TABLE':
      return { modality: 'TABLE', columns: (manifest.columns ?? []).map((_, i) => tableColumn(pack, i)) };
  }
}

/** The text of example number `index`. */
export function textAt(pack: Pack, index: number): string {
  const offsets = valuesOf(pack, 'offsets');
  const bytes = valuesOf(pack, 'utf8') as Uint8Array;
  return new TextDecoder().decode(bytes.subarray(offsets[index], offsets[index + 1]));
}

function tableColumn(pack: Pack, index: number): TableColumn {
  const column = pack.manifest.columns![index]!;
  const values = valuesOf(pack, `column:${index}`);
  return column.kind === 'NUMBER'
    ? {
        kind: 'NUMBER',
        name: column.name,
        values: values as Float32Array,
        offset: column.offset,
        reading: column.reading,
      }
    : { kind: 'CATEGORY', name: column.name, categories: column.categories, values: values as Int32Array };
}

export const labelsOf = (pack: Pack): Int32Array => valuesOf(pack, 'labels') as Int32Array;

/** Rows of each part of a split, by the part's name. */
export function partsOf(pack: Pack, split: string): Readonly<Record<string, Int32Array>> {
  const entry = pack.manifest.splits.find(({ name }) => name === split)!;
  const assigned = valuesOf(pack, `parts:${split}`);
  return Object.fromEntries(
    entry.parts.map((part, k) => [
      part,
      Int32Array.from(assigned.keys()).filter((row) => assigned[row] === k),
    ]),
  );
}

const valuesOf = (pack: Pack, name: string): PackArray['values'] => pack.arrays[name]!.values;
