const CLASS = /\[(?:\\.|[^\]\\])*\]/gs;
const ESCAPED = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|.)/gs;
/** A group that is repeated without end or often. */
const REPEATED_GROUP = /\)(?:[*+]|\{)/;
const UNBOUNDED = /[*+]|\{\d+,\}/g;

/**
 * Whether a regular expression takes a time that grows no faster than the square of a text's length: no group is repeated, and each
 * alternative repeats one thing at most. Those of known tokenisers do.
 */
export const isQuick = (pattern: string): boolean => {
  const bare = pattern.replace(CLASS, 'x').replace(ESCAPED, 'x');
  return (
    !REPEATED_GROUP.test(bare) && bare.split('|').every((one) => (one.match(UNBOUNDED)?.length ?? 0) <= 1)
  );
};

/** All regular expressions within a tokeniser, as `{ Regex: … }`. */
export function patternsIn(json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) =>
    name === 'Regex' && typeof value === 'string' ? [value] : patternsIn(value),
  );
}
