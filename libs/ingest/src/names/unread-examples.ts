import { shortened } from './quote-names.js';

const SHOWN = 3;

export interface Unread {
  readonly name: string;
  /** A sentence about it. */
  readonly why: string;
}

/** The sentence about examples that cannot be read: how many, and what is wrong with the first three; none where all can. */
export function unreadExamples(problems: readonly Unread[]): string[] {
  if (problems.length === 0) return [];
  const one = problems.length === 1;
  const more = problems.length - SHOWN;
  return [
    [
      `${problems.length} ${one ? 'example' : 'examples'} could not be read and ${one ? 'was' : 'were'} left out.`,
      ...problems.slice(0, SHOWN).map(({ name, why }) => `${shortened(name)}: ${why}`),
      ...(more > 0 ? [`And ${more} more.`] : []),
    ].join(' '),
  ];
}
