import type { RawExamples, TableColumn } from '@kshot/fewshot';
import type { Pack, PackArray } from './pack.js';
import { textBytes } from './text-arrays.js';

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
  return decoder.decode(textBytes(pack.arrays, '', index));
}

const decoder = new TextDecoder();

function tableColumn(pack: Pack, index: number): TableColumn {
  const { arrays, manifest } = pack;
  const column = manifest.columns![index]!;
  const values = () => valuesOf(pack, `column:${index}`);
  switch (column.kind) {
    case 'NUMBER': {
      const { name, offset, reading } = column;
      return { kind: 'NUMBER', name, values: values() as Float32Array, offset, reading };
    }
    case 'CATEGORY':
      return { ...column, values: values() as Int32Array };
    case 'TEXT': {
      const textIn = (row: number) => decoder.decode(textBytes(arrays, `:${index}`, row));
      return {
        kind: 'TEXT',
        name: column.name,
        values: Array.from({ length: manifest.count }, (_, i) => textIn(i)),
      };
    }
  }
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
