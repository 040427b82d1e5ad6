import { formatCount } from '../format/number';

/** What is to be done with an example; `kept` is the copy with the same label that stays. */
export type Choice = { kind: 'remove'; kept?: string } | { kind: 'relabel'; class: string };

/** By ids of examples. */
export type Choices = ReadonlyMap<string, Choice>;

/** Changes of each kind in one version: the API accepts no longer lists. */
export const MOST_CHANGES = 10_000;

/**
 * Adds choices for many examples, up to the limit. An example that is to be left out stays so; if it was relabelled, the copy that stays
 * gets its label, unless something else was chosen for the copy.
 */
export function withAll(choices: Choices, found: Choices): Choices {
  const all = new Map(choices);
  const room = {
    remove: MOST_CHANGES - count(choices, 'remove'),
    relabel: MOST_CHANGES - count(choices, 'relabel'),
  };
  for (const [id, choice] of found) {
    const known = all.get(id);
    if (known?.kind === 'remove' || known?.kind === choice.kind || room[choice.kind] <= 0) continue;
    all.set(id, choice);
    if (known && choice.kind === 'remove' && choice.kept && !all.has(choice.kept))
      all.set(choice.kept, known);
    room[choice.kind]--;
  }
  return all;
}

const count = (choices: Choices, kind: Choice['kind']): number =>
  [...choices.values()].filter((choice) => choice.kind === kind).length;

/** "3 relabelled, 1 left out" */
export const choicesText = (choices: Choices): string =>
  [
    { many: count(choices, 'relabel'), done: 'relabelled' },
    { many: count(choices, 'remove'), done: 'left out' },
  ]
    .filter(({ many }) => many > 0)
    .map(({ many, done }) => `${formatCount(many)} ${done}`)
    .join(', ');
