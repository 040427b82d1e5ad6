import type { NumberReading } from '@kshot/fewshot';
import { cleanName } from '../names/clean-name.js';
import { wellFormed } from '../names/well-formed.js';
import { isMissing, overflows, parseNumber } from './parse-number.js';
import { numberIn } from './profile-column.js';

/** One cell of a column of numbers, read as the import read the column; NaN where it is missing, undefined where it is not a number that can be stored. */
export function readNumberCell(raw: string, reading: NumberReading = { as: 'PLAIN' }): number | undefined {
  if (overflows(raw)) return undefined;
  if (isMissing(raw.trim())) return Number.NaN;
  const value = writtenNumber(raw, reading);
  return Number.isFinite(Math.fround(value)) ? value : undefined;
}

/** Whether a cell that cannot be read is a number, but too large to be stored. */
export const isTooLarge = (raw: string, reading: NumberReading = { as: 'PLAIN' }): boolean =>
  reading.as !== 'DATE' && (overflows(raw) || !Number.isNaN(writtenNumber(raw, reading)));

/** NaN for what is not a number. */
function writtenNumber(raw: string, reading: NumberReading): number {
  const value = numberIn(raw, reading);
  if (!Number.isNaN(value) || reading.as !== 'PLAIN') return value;
  return parseNumber(raw, { decimal: '.' })?.value ?? Number.NaN;
}

/** One cell of a column of categories; null where it is missing. */
export const readCategoryCell = (raw: string): string | null =>
  isMissing(raw.trim()) ? null : cleanName(raw);

/** One cell of a column of texts; empty where it is missing. */
export function readTextCell(raw: string): string {
  const cell = wellFormed(raw).trim();
  return isMissing(cell) ? '' : cell;
}
