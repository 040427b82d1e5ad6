import { DomainError, type ImportRequest, limits, type PackArray, type PackManifest } from '@kshot/domain';
import { classesOf } from './classes.js';
import type { ImportResult, Report } from './import-file.js';
import { givenSplit, heldOutSplit } from './splits.js';
import { isMissing, typedColumn } from './table/columns.js';
import { type Csv, readCsv } from './table/read-csv.js';

const textNames = ['text', 'sentence', 'utterance', 'message', 'content'];
const partNames: Readonly<Record<string, string>> = {
  train: 'train',
  validation: 'validation',
  valid: 'validation',
  val: 'validation',
  dev: 'validation',
  test: 'test',
};

/** A CSV with a class column, as a pack of texts where it has a text column and of rows otherwise. */
export async function importTable(
  file: string,
  request: ImportRequest,
  report: Report,
): Promise<ImportResult> {
  const csv = await readCsv(file, (share) => report(0.8 * share));
  const label = columnCalled(csv, request.labelColumn ?? 'label', 'the class');
  const text = textColumn(csv, request, label);
  const part = partColumn(csv, [label, text]);
  const unlabelled = csv.columns[label]!.findIndex((cell) => cell.trim() === '');
  if (unlabelled >= 0)
    throw new DomainError(
      'DATA_COLUMN',
      `Row ${unlabelled + 1} has no class in column "${csv.header[label]}". Fill it in or remove the row.`,
    );
  const { classes, labels } = classesOf(
    csv.columns[label]!.map((cell) => ({ className: cell.trim(), group: null })),
  );
  const split =
    part === undefined
      ? heldOutSplit(labels, request.testShare, request.seed)
      : givenSplit(csv.columns[part]!.map((cell) => partNames[cell.trim().toLowerCase()] ?? null));
  const content = text === undefined ? tableContent(csv, [label, part]) : textContent(csv.columns[text]!);
  return {
    pack: {
      manifest: {
        format: 'kshot-pack-1',
        count: csv.rows,
        classes,
        splits: [split.entry],
        warnings: [],
        ...content.manifest,
      },
      arrays: {
        ...content.arrays,
        labels: { shape: [labels.length], values: labels },
        [`parts:${split.entry.name}`]: split.array,
      },
    },
    names:
      text === undefined
        ? csv.columns[label]!.map((_, i) => `row ${i + 1}`)
        : csv.columns[text]!.map((cell) => cell.slice(0, 200)),
  };
}

type Content = {
  manifest: Pick<PackManifest, 'modality' | 'text' | 'columns'>;
  arrays: Record<string, PackArray>;
};

function textContent(texts: readonly string[]): Content {
  const empty = texts.findIndex((text) => text.trim() === '');
  if (empty >= 0)
    throw new DomainError('DATA_COLUMN', `Row ${empty + 1} has an empty text. Fill it in or remove the row.`);
  const encoded = texts.map((text) => Buffer.from(text));
  const long = encoded.findIndex((bytes) => bytes.length > limits.textBytes);
  if (long >= 0)
    throw new DomainError(
      'DATA_TOO_LARGE',
      `The text in row ${long + 1} has more than ${limits.textBytes} bytes. Shorten it.`,
    );
  const offsets = new Int32Array(texts.length + 1);
  encoded.forEach((bytes, i) => {
    offsets[i + 1] = offsets[i]! + bytes.length;
  });
  const utf8 = new Uint8Array(Buffer.concat(encoded));
  const characters = texts.map((text) => text.length);
  return {
    manifest: {
      modality: 'TEXT',
      text: {
        meanCharacters: characters.reduce((a, b) => a + b, 0) / texts.length,
        maxCharacters: characters.reduce((a, b) => Math.max(a, b), 0),
      },
    },
    arrays: {
      utf8: { shape: [utf8.length], values: utf8 },
      offsets: { shape: [offsets.length], values: offsets },
    },
  };
}

function tableContent(csv: Csv, left: readonly (number | undefined)[]): Content {
  const used = [...csv.header.keys()].filter(
    (i) => !left.includes(i) && csv.columns[i]!.some((cell) => !isMissing(cell)),
  );
  if (used.length === 0)
    throw new DomainError(
      'DATA_COLUMN',
      'The table has no column beside the class. Add what the class is to be told from.',
    );
  const columns = used.map((i) => typedColumn(csv.header[i]!, csv.columns[i]!));
  return {
    manifest: { modality: 'TABLE', columns: columns.map((column) => column.entry) },
    arrays: Object.fromEntries(columns.map((column, i) => [`column:${i}`, column.array])),
  };
}

function columnCalled(csv: Csv, name: string, what: string): number {
  const at = csv.header.findIndex((header) => header.toLowerCase() === name.toLowerCase());
  if (at < 0)
    throw new DomainError(
      'DATA_COLUMN',
      `There is no column "${name}" with ${what}. The columns are: ${csv.header.slice(0, 20).join(', ')}. Name the right one.`,
    );
  return at;
}

function textColumn(csv: Csv, request: ImportRequest, label: number): number | undefined {
  if (request.textColumn) return columnCalled(csv, request.textColumn, 'the text');
  const at = csv.header.findIndex((name, i) => i !== label && textNames.includes(name.toLowerCase()));
  return at < 0 ? undefined : at;
}

/** A column called split whose cells are all parts. */
function partColumn(csv: Csv, taken: readonly (number | undefined)[]): number | undefined {
  const at = csv.header.findIndex((name, i) => name.toLowerCase() === 'split' && !taken.includes(i));
  if (at < 0) return undefined;
  return csv.columns[at]!.every((cell) => cell.trim().toLowerCase() in partNames) ? at : undefined;
}
