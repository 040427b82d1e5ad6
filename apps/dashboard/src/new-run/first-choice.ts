import type { LikeRunQuery, Technique } from '@/generated/graphql';
import type { Method } from './method-choice';
import { type OptionTexts, textOfShown } from './option-text';
import { techniqueOf } from './technique';

export type FirstChoice = {
  technique: Technique;
  /** Null for the technique's first. */
  method: string | null;
  versionId: string | null;
  splitId: string | null;
  /** Null for none; undefined where nothing was said. */
  modelId: string | null | undefined;
  texts: OptionTexts;
};

type LikeRun = NonNullable<LikeRunQuery['run']>;

/** What the form begins with: another run's choices, over them what the address names; else a transfer, which suits small sets. */
export function firstChoice(params: URLSearchParams, methods: Method[], run: LikeRun | null): FirstChoice {
  const technique = params.has('technique')
    ? techniqueOf(params.get('technique'))
    : (run?.technique ?? 'TRANSFER');
  const mine = methods.filter((each) => each.technique === technique);
  const method = mine.find(({ name }) => name === run?.method) ?? null;
  const texts: Record<string, string> = {};
  for (const { name, value } of run?.technique === technique ? run.options : []) {
    const option = (method ?? mine[0])?.options.find((each) => each.name === name);
    // Defaults too: the form may suggest something else for such data.
    const text = option && textOfShown(option, value);
    if (text != null) texts[name] = text;
  }
  return {
    technique,
    method: method?.name ?? params.get('method'),
    versionId: params.get('version') ?? run?.version.id ?? null,
    splitId: params.has('version') ? null : (run?.split?.id ?? null),
    modelId: params.get('model') ?? (run ? (run.parent?.id ?? null) : undefined),
    texts,
  };
}
