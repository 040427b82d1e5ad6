import { DomainError } from '@kshot/domain';
import type { Store } from '../open-store.js';

/** Which projects somebody may come at through a store. What was shipped is seen by all. */
export interface Reach {
  /** Those whose things they see, and change where they change something. */
  readonly projects: readonly string[];
  /** Of a change: those that they may only look at. Their things are refused instead of not found. */
  readonly lookOnly: readonly string[];
}

/** The project that everything was in before there were others; it stays. */
export const FIRST_PROJECT = '00000000-0000-7000-8000-000000000001';

/** The same store for somebody: rows of other projects are not there. Null reaches everything. */
export const storeWithin = (store: Store, reach: Reach | null): Store =>
  reach === null ? store : { ...store, reach };

/** For statements in SQL: the projects that are seen; null for all. */
export const projectsSeen = ({ reach }: Store): readonly string[] | null => reach?.projects ?? null;

/** Throws FORBIDDEN where what is seen because it was shipped belongs to a project that one may not change. */
export function assertOwn({ reach }: Store, { projectId }: { readonly projectId: string }): void {
  if (!reach || reach.projects.includes(projectId)) return;
  throw new DomainError(
    'FORBIDDEN',
    'This came with Kshot and belongs to another project. Ask an administrator to change it.',
  );
}
