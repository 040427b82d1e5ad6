import { type ComparedGroup, compareExamples, findRows, readyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { presentExample } from '../example/example.type.js';
import { bad } from './bad.js';
import { type ClassChange, type ClassCount, VersionComparison } from './comparison.type.js';

const SHOWN = 50;

/** What differs between two versions of one data set. */
export async function compareVersions(
  { store }: Context,
  fromId: string,
  toId: string,
): Promise<VersionComparison> {
  const [from, to] = await Promise.all([readyVersion(store, fromId), readyVersion(store, toId)]);
  if (from.dataSetId !== to.dataSetId)
    throw bad('The versions are of different data sets. Compare two versions of one.');
  const groups = await compareExamples(store.pool, from.id, to.id);
  const added = groups.filter(({ kind }) => kind === 'ADDED');
  const removed = groups.filter(({ kind }) => kind === 'REMOVED');
  const same = groups.filter(({ kind }) => kind === 'SAME');
  const changes = same
    .filter(({ before, after }) => before !== after)
    .map((group) => ({ group, wholeClass: isWhole(group, same) }));
  const relabelled = changes.filter(({ wholeClass }) => !wholeClass).map(({ group }) => group);
  const first = async (some: readonly ComparedGroup[]) => {
    const ids = some.flatMap((group) => group.ids).slice(0, SHOWN);
    const rows = await findRows(store, 'example', { id: ids }, { by: 'index' });
    return rows.map(presentExample);
  };
  return Object.assign(new VersionComparison(), {
    addedCount: total(added),
    removedCount: total(removed),
    relabelledCount: total(relabelled),
    addedByClass: added.map(({ after, count }): ClassCount => ({ class: after, count })),
    removedByClass: removed.map(({ before, count }): ClassCount => ({ class: before, count })),
    changes: changes.map(
      ({ group: { before, after, count }, wholeClass }): ClassChange => ({
        before,
        after,
        count,
        wholeClass,
      }),
    ),
    added: await first(added),
    removed: await first(removed),
    relabelled: await first(relabelled),
  });
}

/** Whether all examples of a class that both versions have went the same way: it was renamed or merged. */
const isWhole = ({ before }: ComparedGroup, same: readonly ComparedGroup[]): boolean =>
  before !== null && same.filter((group) => group.before === before).length === 1;

const total = (groups: readonly ComparedGroup[]): number => groups.reduce((sum, { count }) => sum + count, 0);
