import type { FileMetaData } from 'hyparquet';
import { isObject } from '../records/records.js';

/** Names of classes by column, where Hugging Face's `datasets` wrote the file: its classes are numbers. */
export function classNamesIn({
  key_value_metadata: pairs,
}: FileMetaData): ReadonlyMap<string, readonly string[]> {
  const text = pairs?.find(({ key }) => key === 'huggingface')?.value;
  const info = field(parsed(text), 'info');
  const features = field(info, 'features');
  if (!isObject(features)) return new Map();
  return new Map(
    Object.entries(features).flatMap(([column, feature]) => {
      const names = field(feature, 'names');
      const named = field(feature, '_type') === 'ClassLabel' && Array.isArray(names);
      return named && names.every((name) => typeof name === 'string') ? [[column, names] as const] : [];
    }),
  );
}

/** What a cell of a column with such names means; empty where it is no class, as −1. */
export const classNameOf = (names: readonly string[], cell: unknown): string => names[Number(cell)] ?? '';

const field = (of: unknown, name: string): unknown =>
  isObject(of) && Object.hasOwn(of, name) ? of[name] : undefined;

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null; // Metadata of another program: the file has no names of classes.
  }
}
