import type { PredictInput, SupportClassInput } from '@/generated/graphql';

/** An example that was given on the page. */
export interface Given {
  readonly class: string;
  readonly input: PredictInput;
}

/** Examples by class, in the order of their first ones, as `teach` takes them. */
export function supportOf(given: readonly Given[]): SupportClassInput[] {
  const byClass = new Map<string, PredictInput[]>();
  for (const one of given) byClass.set(one.class, [...(byClass.get(one.class) ?? []), one.input]);
  return [...byClass].map(([name, examples]) => ({ name, examples }));
}

/** The examples after more were given: one that is there already takes the class that is given now, as the server has it. */
export function withGiven(before: readonly Given[], added: readonly Given[]): Given[] {
  const all = [...before];
  for (const one of added) {
    const same = all.findIndex(({ input }) => contentOf(input) === contentOf(one.input));
    if (same < 0) all.push(one);
    else all[same] = one;
  }
  return all;
}

/** The examples after one was moved to another class, or forgotten. */
export const withCorrection = (before: readonly Given[], index: number, name: string | null): Given[] =>
  name === null
    ? before.filter((_, i) => i !== index)
    : before.map((one, i) => (i === index ? { ...one, class: name } : one));

const contentOf = ({ image, text, row }: PredictInput): string => image ?? text ?? JSON.stringify(row);
