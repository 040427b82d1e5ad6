import { DomainError, type PackColumn, type PackManifest } from '@kshot/domain';
import { columnKind } from '../columns/kinds/column-kinds.js';
import { readCategoryCell } from '../columns/read-cell.js';
import type { Unread } from '../names/unread-examples.js';
import { contentKey } from '../pack/content-key.js';
import { decodeImage } from '../pictures/decode-image.js';
import { rowArrays } from '../tables/table-content.js';
import { type Content, packTexts } from '../texts/pack-texts.js';
import { tableColumns } from './encode-inputs.js';
import type { RawInput } from './raw-input.js';

/** An example that is added to a version. */
export interface NewExample {
  readonly name: string;
  readonly className: string | null;
  read(): Promise<RawInput>;
}

/** New examples in the form of a version: pictures of its size, columns of its kinds. */
export interface PackedInputs extends Pick<Content, 'manifest' | 'arrays' | 'keys'> {
  readonly kept: readonly NewExample[];
  /** Those that cannot be read, and why. */
  readonly problems: readonly Unread[];
}

export type Like = Pick<PackManifest, 'modality' | 'image' | 'text' | 'columns'>;

/** Reads new examples; those that cannot be read are left out. */
export async function packInputs(
  like: Like,
  examples: readonly NewExample[],
  report: (share: number) => void,
): Promise<PackedInputs> {
  const kept: NewExample[] = [];
  const problems: Unread[] = [];
  const inputs: RawInput[] = [];
  const pixels: Uint8Array[] = [];
  const columns = like.columns?.map((column) =>
    column.kind === 'CATEGORY' ? { ...column, categories: [...column.categories] } : column,
  );
  for (const [i, example] of examples.entries()) {
    if (i % 100 === 0) report(i / examples.length);
    try {
      const input = await example.read();
      if (like.modality === 'IMAGE' && 'image' in input)
        pixels.push(await decodeImage(input.image, like.image!, 'It'));
      else if (like.modality === 'TEXT' && 'text' in input) assertText(input.text);
      else if (like.modality === 'TABLE' && 'row' in input) addRow(columns!, input);
      else throw new DomainError('BAD_INPUT', `It is not of the kind of the data set (${like.modality}).`);
      inputs.push(like.modality === 'IMAGE' ? { text: '' } : input);
      kept.push(example);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      problems.push({ name: example.name, why: error.message });
    }
  }
  const content = contentOf({ ...like, columns }, kept, inputs, pixels);
  return { ...content, kept, problems };
}

function assertText(text: string): void {
  if (text.trim() === '') throw new DomainError('BAD_INPUT', 'The text is empty.');
}

/** Checks a row, and adds what it has of new categories. */
function addRow(columns: PackColumn[], input: Extract<RawInput, { row: unknown }>): void {
  tableColumns(askedOf(columns), [input]);
  for (const { column, value } of input.row) {
    const own = columns.find(({ name }) => name === column);
    const category = value === null ? null : readCategoryCell(value);
    if (own?.kind === 'CATEGORY' && category !== null && !own.categories.includes(category))
      own.categories.push(category);
  }
}

const askedOf = (columns: readonly PackColumn[]) => columns.map((column) => columnKind(column).asked(column));

function contentOf(
  like: Like,
  kept: readonly NewExample[],
  inputs: readonly RawInput[],
  pixels: readonly Uint8Array[],
): Pick<Content, 'manifest' | 'arrays' | 'keys'> {
  if (like.modality === 'TEXT')
    return packTexts(inputs.length, (i) => {
      const input = inputs[i] as RawInput;
      return { text: 'text' in input ? input.text : '', name: kept[i]!.name };
    });
  if (like.modality === 'TABLE') {
    const read = tableColumns(askedOf(like.columns!), inputs);
    return {
      manifest: { modality: 'TABLE', columns: like.columns },
      ...rowArrays(
        read.map((column) => columnKind(column).store(column)),
        inputs.length,
      ),
    };
  }
  const { height, width, channels } = like.image!;
  const size = height * width * channels;
  const values = new Uint8Array(size * pixels.length);
  for (const [i, one] of pixels.entries()) values.set(one, i * size);
  const manifest = { modality: 'IMAGE' as const, image: like.image };
  const arrays = { pixels: { shape: [pixels.length, height, width, channels], values } };
  return { manifest, arrays, keys: Float64Array.from(pixels, contentKey) };
}
