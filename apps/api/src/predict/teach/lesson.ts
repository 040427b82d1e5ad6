import { DomainError } from '@kshot/domain';
import { dot, rowOf } from '@kshot/fewshot';
import type { SupportContent, SupportFile } from '@kshot/store';

/** One example that a head is fitted on. */
export interface LessonExample {
  readonly class: string;
  readonly features: Float64Array;
  readonly content: SupportContent;
  /** Its place in the version that the model was trained on; −1 where it came by itself. */
  readonly row: number;
  /** Of a picture that came by itself, to be shown. */
  readonly picture?: Uint8Array;
}

/** What is changed about an example by its number: its class, or, with null, whether it counts at all. */
export interface Correction {
  readonly index: number;
  readonly class: string | null;
}

/** The examples of a file, one by one. */
export function examplesIn({
  features,
  labels,
  classes,
  contents,
  rows,
  pixels,
}: SupportFile): LessonExample[] {
  const size = pixels ? pixels.values.length / (pixels.shape[0] as number) : 0;
  let own = 0;
  return Array.from(labels, (label, i) => {
    const row = rows?.[i] ?? -1;
    const picture =
      pixels && row < 0 ? (pixels.values as Uint8Array).subarray(own * size, ++own * size) : undefined;
    return {
      class: classes[label] as string,
      features: rowOf(features, i),
      content: contents[i] ?? {},
      row,
      ...(picture ? { picture } : {}),
    };
  });
}

/** Examples after corrections and additions. One that is there already takes the class that is given now: "no, this is X". Throws BAD_INPUT. */
export function taught(
  examples: readonly LessonExample[],
  corrections: readonly Correction[],
  added: readonly LessonExample[],
): LessonExample[] {
  const wrong = corrections.find(({ index }) => !examples[index]);
  if (wrong)
    throw new DomainError(
      'BAD_INPUT',
      `There is no example ${wrong.index}; the model has ${examples.length}, from 0.`,
    );
  assertOnce(corrections, added);
  const classes = new Map(corrections.map((one) => [one.index, one.class]));
  const kept = examples.flatMap((example, i) => {
    const goal = classes.get(i);
    return goal === null ? [] : [{ ...example, class: goal ?? example.class }];
  });
  for (const one of added) {
    const same = kept.findIndex(({ features }) => isSame(features, one.features));
    if (same < 0) kept.push(one);
    else kept[same] = { ...kept[same]!, class: one.class };
  }
  assertDistinct(new Set(examples.map((one) => one.class)), kept);
  return kept;
}

/** No example has two classes at once. */
function assertOnce(corrections: readonly Correction[], added: readonly LessonExample[]): void {
  const twice = corrections.find(({ index }, i) =>
    corrections.some((other, j) => j < i && other.index === index),
  );
  if (twice) throw new DomainError('BAD_INPUT', `Example ${twice.index} is corrected twice. Decide for one.`);
  for (const [i, one] of added.entries()) {
    const other = added
      .slice(0, i)
      .find((before) => before.class !== one.class && isSame(before.features, one.features));
    if (other)
      throw new DomainError(
        'BAD_INPUT',
        `One example is given to both "${other.class}" and "${one.class}". Decide for one.`,
      );
  }
}

/** No new class differs from another in capitals alone. */
function assertDistinct(before: ReadonlySet<string>, examples: readonly LessonExample[]): void {
  const spelled = new Map([...before].map((name) => [name.toLowerCase(), name]));
  for (const { class: name } of examples) {
    const known = spelled.get(name.toLowerCase()) ?? name;
    if (known !== name && !before.has(name))
      throw new DomainError(
        'BAD_INPUT',
        `There is a class "${known}" already, from which "${name}" differs in capitals alone. Write it the same way.`,
      );
    spelled.set(name.toLowerCase(), name);
  }
}

/** Whether two vectors differ by no more than rounding. */
function isSame(a: Float64Array, b: Float64Array): boolean {
  const difference = a.map((value, j) => value - (b[j] as number));
  return dot(difference, difference) <= 1e-8 * dot(a, a);
}
