import { quoteNames } from './quote-names.js';

/** Why something was left out: "are not pictures", and what to do about it. */
export interface Reason {
  readonly one: string;
  readonly many: string;
  readonly advice: string;
}

/** Collects what is left out, by reason. */
export interface LeftOut {
  add(reason: Reason, name: string): void;
  /** One sentence for each reason: how many, the first three names, what to do. */
  sentences(): string[];
}

export function collectLeftOut(): LeftOut {
  const names = new Map<Reason, string[]>();
  return {
    add(reason, name) {
      const list = names.get(reason);
      if (list) list.push(name);
      else names.set(reason, [name]);
    },
    sentences: () =>
      [...names].map(([{ one, many, advice }, list]) =>
        list.length === 1
          ? `1 ${one} and was left out: ${quoteNames(list)}. ${advice}`.trim()
          : `${list.length} ${many} and were left out: ${quoteNames(list)}. ${advice}`.trim(),
      ),
  };
}
