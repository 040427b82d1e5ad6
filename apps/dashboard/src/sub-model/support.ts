import type { ExampleContentFragment, PredictInput, SupportClassInput } from '@/generated/graphql';

/** How an example is shown in its class. */
export type Look =
  | { kind: 'example'; example: ExampleContentFragment }
  | { kind: 'picture'; url: string }
  | { kind: 'pixels'; values: number[] }
  | { kind: 'text'; text: string };

export type SupportExample = { key: string; input: PredictInput; look: Look };

export type SupportClass = { key: string; name: string; examples: SupportExample[] };

/** The server takes no more of a class. */
export const MOST_EXAMPLES = 100;

let made = 0;
/** Unique within the page. */
export const newKey = (): string => {
  made += 1;
  return `s${made}`;
};

export const newClass = (name = '', examples: SupportExample[] = []): SupportClass => ({
  key: newKey(),
  name,
  examples,
});

/** The classes with the new ones; those that nobody has touched yet give way. */
export const withClasses = (classes: SupportClass[], added: SupportClass[]): SupportClass[] => [
  ...classes.filter(({ name, examples }) => name.trim() !== '' || examples.length > 0),
  ...added,
];

/** The user's own classes with a new episode instead of the last one. */
export const withEpisode = (classes: SupportClass[], episode: SupportClass[]): SupportClass[] => [
  ...classes.filter(({ examples }) => examples.some(({ look }) => look.kind !== 'example')),
  ...episode,
];

/** What `buildSubModel` takes. */
export const supportInput = (classes: readonly SupportClass[]): SupportClassInput[] =>
  classes.map(({ name, examples }) => ({ name: name.trim(), examples: examples.map(({ input }) => input) }));

/** What is missing before a sub-model can be built, as a sentence; null when it can. */
export function missingSupport(classes: readonly SupportClass[]): string | null {
  if (classes.length < 2) return 'Add at least two classes.';
  const names = classes.map(({ name }) => name.trim());
  if (names.includes('')) return 'Give each class a name.';
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return `Two classes are called ${twice}.`;
  const empty = classes.find(({ examples }) => examples.length === 0);
  if (empty) return `Add an example of ${empty.name.trim()}.`;
  const full = classes.find(({ examples }) => examples.length > MOST_EXAMPLES);
  return full ? `${full.name.trim()} has more than ${MOST_EXAMPLES} examples.` : null;
}
