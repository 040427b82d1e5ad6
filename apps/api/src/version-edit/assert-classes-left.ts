import type { AddedLine, VersionEdit } from '@kshot/domain';
import { findRows, type ReadyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { bad } from './bad.js';
import type { ChangedClasses } from './change-classes.js';

/** Each new class needs an example, and two classes must be left. What files hold is known to the worker alone. Throws BAD_INPUT. */
export async function assertClassesLeft(
  { store }: Context,
  parent: ReadyVersion,
  { removed, moved, files }: Pick<VersionEdit, 'removed' | 'moved' | 'files'>,
  { after, fresh }: ChangedClasses,
  lines: readonly AddedLine[],
): Promise<void> {
  const { classes } = parent.manifest;
  const counts = new Map<string, number>();
  const count = (name: string | null, by: number) => {
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + by);
  };
  for (const { name, count: examples } of classes) count(after(name), examples);
  const index = [...removed, ...moved.map(([row]) => row)];
  const touched = await findRows(store, 'example', { versionId: parent.id, index });
  for (const { classIndex } of touched) if (classIndex !== null) count(after(classes[classIndex]!.name), -1);
  for (const [, name] of moved) count(name, 1);
  for (const { className } of lines) count(className, 1);
  for (const { className } of files) count(className, 1);
  const empty = [...fresh].find((name) => !counts.get(name));
  if (empty !== undefined && files.every(({ className }) => className !== null))
    throw bad(`The new class "${empty}" has no example. Relabel some to it, or add some.`);
  const left = [...counts.values()].filter((examples) => examples > 0).length;
  if (left < 2 && files.every(({ className }) => className !== null))
    throw bad('The changes leave fewer than two classes with examples. Remove or merge less.');
}
