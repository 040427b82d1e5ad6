import type { Prisma } from '../generated/client.js';
import type { Store } from '../open-store.js';
import type { Class, Example } from '../rows/rows.js';
import { contains } from './contains.js';
import { type ListRange, listRows, type RowPage } from './list-rows.js';

const inOrder = { by: 'index', direction: 'asc' } as const;

interface Wanted {
  readonly versionId: string;
  readonly search?: string | undefined;
  readonly unlabelled?: boolean | undefined;
  readonly classIndex?: number | undefined;
  readonly rows?: readonly number[] | undefined;
}

/** Examples of a version in order: the labelled ones, or those without a class instead. */
export function listExamples(
  store: Store,
  range: ListRange,
  { versionId, search, unlabelled, classIndex, rows }: Wanted,
): Promise<RowPage<Example>> {
  const where: Prisma.ExampleWhereInput = {
    versionId,
    ...(search ? { name: contains(search) } : {}),
    classIndex: classIndex ?? (unlabelled ? null : { not: null }),
    ...(rows ? { index: { in: [...rows] } } : {}),
  };
  return listRows(store, 'example', range, { where, order: inOrder, whole: true });
}

/** Classes of a version in order. `head` reads the first of all, for many versions at once. */
export function listClasses(
  store: Store,
  range: ListRange,
  { versionId, search }: { readonly versionId: string; readonly search?: string | undefined },
  head: (take: number) => Promise<Class[]>,
): Promise<RowPage<Class>> {
  const where: Prisma.ClassWhereInput = { versionId, ...(search ? { name: contains(search) } : {}) };
  return listRows(store, 'class', range, { where, order: inOrder, whole: true, ...(search ? {} : { head }) });
}
