import { useState } from 'react';
import { type Choice, type Choices, withAll } from './choices';

const NONE = { choices: new Map() as Choices, before: null as Choices | null };

/** Choices for single examples and for many at once; the latter can be undone until the next choice. */
export function useChoices() {
  const [{ choices, before }, set] = useState(NONE);
  const choose = (id: string, choice: Choice | null) =>
    set((known) => {
      const next = new Map(known.choices);
      if (choice) next.set(id, choice);
      else next.delete(id);
      return { choices: next, before: null };
    });
  return {
    choices,
    choose,
    chooseAll: (found: Choices) =>
      set((known) => ({ choices: withAll(known.choices, found), before: known.choices })),
    undo: before && (() => set({ choices: before, before: null })),
    forget: () => set(NONE),
  };
}
