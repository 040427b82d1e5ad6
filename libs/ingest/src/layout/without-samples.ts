const ending = /[\s_!-]samples$/i;

/** A name without the ending. */
export const withoutEnding = (name: string): string => name.replace(ending, '');

/** Class folders as Teachable Machine saves them, "cat-samples", without their ending; as they are where one has none or two would be the same. */
export function withoutSamples(names: ReadonlySet<string>): (name: string) => string {
  const short = new Set([...names].map(withoutEnding));
  const all = names.size > 1 && [...names].every((name) => ending.test(name));
  return all && short.size === names.size ? withoutEnding : (name) => name;
}
