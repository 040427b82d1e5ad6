import type { Client } from 'urql';
import type { FindingKind } from '@/generated/graphql';
import { type Choice, type Choices, MOST_CHANGES } from './choices';
import { SuggestionsQuery } from './label-check.operations';

/** A choice that is applied to all findings of some kinds. */
export interface BulkFix {
  readonly kinds: readonly FindingKind[];
  /** By the suggested class and the id of the copy. */
  readonly choiceOf: (suggested: string | undefined, copy: string | undefined) => Choice;
}

interface Read {
  readonly choices: Choices;
  /** Number of findings read. */
  readonly seen: number;
}

/**
 * Reads the choice for each example page by page, up to the limit of one version, and yields after each page what it has so far. Throws a
 * CombinedError.
 */
export async function* readSuggestions(
  client: Client,
  id: string,
  { kinds, choiceOf }: BulkFix,
): AsyncGenerator<Read> {
  const choices = new Map<string, Choice>();
  let seen = 0;
  for (const kind of kinds) {
    let after: string | null | undefined;
    do {
      const { data, error } = await client
        .query(SuggestionsQuery, { id, kind, after }, { requestPolicy: 'network-only' })
        .toPromise();
      if (error) throw error;
      const page = data?.labelCheck?.findings;
      for (const { example, suggested, copy } of page?.nodes ?? []) {
        if (choices.size === MOST_CHANGES) break;
        choices.set(example.id, choiceOf(suggested?.name, copy?.id));
        seen++;
      }
      yield { choices, seen };
      if (choices.size === MOST_CHANGES) return;
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
  }
}
