import { isObject } from './records.js';

/** A text that is kept in pieces, some of them objects that say what they are, put together; undefined of anything else. */
export function spokenText(value: unknown): string | undefined {
  if (!Array.isArray(value) || !value.some(isObject)) return undefined;
  const pieces = value.map((piece) => (isObject(piece) ? piece.text : piece));
  return pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : undefined;
}

/** Entities that are marked within an example, `[Berlin](city)` or `[Berlin]{"entity": "city"}`, as the words alone. */
export const withoutMarks = (text: string): string =>
  text.replaceAll(/\[([^\][]+)\](?:\([^()]*\)|\{[^{}]*\})/g, '$1');
