import { useCallback } from 'react';
import { useClient } from 'urql';
import { type Problem, problemOf } from '@/graphql/problem';
import { pickSome } from './pick-some';
import { ClassExamplesQuery, ClassNamesQuery } from './sub-model.operations';
import { newClass, newKey, type SupportClass } from './support';

export type NamedClass = { id: string; name: string; exampleCount: number };

type Asked<T> = { data: T; problem: null } | { data: null; problem: Problem | null };

/** Reads the classes of a version, and draws examples of them as support. */
export function useClasses() {
  const client = useClient();
  const allClasses = useCallback(
    async (versionId: string): Promise<Asked<NamedClass[]>> => {
      const found: NamedClass[] = [];
      for (let after: string | undefined; ; ) {
        const { data, error } = await client.query(ClassNamesQuery, { versionId, after }).toPromise();
        const page = data?.dataSetVersion?.classes;
        if (!page) return { data: null, problem: problemOf(error) };
        found.push(...page.nodes);
        if (!page.pageInfo.hasNextPage || !page.pageInfo.endCursor) return { data: found, problem: null };
        after = page.pageInfo.endCursor;
      }
    },
    [client],
  );
  const drawSupport = useCallback(
    async (versionId: string, classes: NamedClass[], shots: number): Promise<Asked<SupportClass[]>> => {
      // Enough to draw from; all of a large class would take long.
      const first = Math.min(100, Math.max(20, 4 * shots));
      const answers = await Promise.all(
        classes.map(({ id }) =>
          client.query(ClassExamplesQuery, { versionId, classId: id, first }).toPromise(),
        ),
      );
      const failed = answers.find(({ error }) => error);
      if (failed) return { data: null, problem: problemOf(failed.error) };
      const data = answers.map((answer, k) => {
        const examples = answer.data?.dataSetVersion?.examples.nodes ?? [];
        const support = pickSome(examples, shots, Math.random).map((example) => ({
          key: newKey(),
          input: { exampleId: example.id },
          look: { kind: 'example' as const, example },
        }));
        return newClass(classes[k]?.name, support);
      });
      return { data, problem: null };
    },
    [client],
  );
  return { allClasses, drawSupport };
}
