import type { LabelAnswer } from '@/generated/graphql';

const keyOf = (id: string): string => `kshot-labels-${id}`;

/** Answers that were given and not saved, kept by the browser so that leaving the page loses none. */
export function keptAnswers(id: string): LabelAnswer[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(id)) ?? '[]') as LabelAnswer[];
  } catch {
    return []; // written by something else
  }
}

export function keepAnswers(id: string, answers: readonly LabelAnswer[]): void {
  if (answers.length === 0) localStorage.removeItem(keyOf(id));
  else localStorage.setItem(keyOf(id), JSON.stringify(answers));
}
