import { DomainError, isEmptyEdit, isId, type VersionEdit } from '@kshot/domain';
import { findRows, type ReadyVersion, readyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { arrivedUpload } from '../inspection/arrived-upload.js';
import type { DataSetVersion } from '../version/version.type.js';
import { addedLines } from './added-lines.js';
import { assertClassesLeft } from './assert-classes-left.js';
import { bad } from './bad.js';
import { type ChangedClasses, changeClasses } from './change-classes.js';
import type { EditVersionInput } from './edit-version.input.js';
import { insertEdited } from './insert-edited.js';

/** The next version of a data set, by a list of changes. A worker makes it; watch `versionChanged`. */
export async function editVersion(context: Context, input: EditVersionInput): Promise<DataSetVersion> {
  const parent = await readyVersion(context.store, input.versionId);
  const manifest = parent.manifest;
  const classes = changeClasses(
    manifest.classes.map(({ name }) => name),
    input,
  );
  const edit: VersionEdit = {
    renamed: classes.renamed,
    removedClasses: classes.removedClasses,
    ...(await changedExamples(context, parent, input, classes)),
    files: await Promise.all(
      input.addFiles.map(async ({ uploadId, class: name }) => {
        const { sha256, fileName } = await arrivedUpload(context, uploadId);
        return { uploadHash: sha256, fileName, className: name == null ? null : assertClass(name, classes) };
      }),
    ),
  };
  const lines = await addedLines(context, manifest, input.add, (name) => assertClass(name, classes));
  if (isEmptyEdit(edit) && lines.length === 0)
    throw bad('There is nothing to change. Rename, merge, relabel, remove or add something.');
  await assertClassesLeft(context, parent, edit, classes, lines);
  const { hash } = lines.length > 0 ? await stored(context, lines) : { hash: undefined };
  return insertEdited(context, parent, { ...edit, ...(hash ? { addedHash: hash } : {}) }, input);
}

const stored = ({ store }: Context, lines: readonly object[]) =>
  store.blobs.write(lines.map((line) => Buffer.from(`${JSON.stringify(line)}\n`)));

function assertClass(name: string, { names }: ChangedClasses): string {
  if (names.has(name)) return name;
  throw bad(`The version has no class "${name}". Name it among addClasses to make it.`);
}

async function changedExamples(
  context: Context,
  parent: ReadyVersion,
  { relabel, remove }: EditVersionInput,
  classes: ChangedClasses,
): Promise<Pick<VersionEdit, 'removed' | 'moved'>> {
  const ids = [...remove, ...relabel.map(({ exampleId }) => exampleId)];
  const seen = new Set<string>();
  const twice = ids.find((id) => seen.has(id) || !seen.add(id));
  if (twice !== undefined) throw bad(`The example ${twice} is named twice. Do one thing to it.`);
  const rows = await rowsOf(context, parent.id, ids);
  return {
    removed: remove.map((id) => rows.get(id)!),
    moved: relabel.map(({ exampleId, class: name }) => [rows.get(exampleId)!, assertClass(name, classes)]),
  };
}

/** Rows of the examples by id. Throws BAD_INPUT where one is not of this version. */
async function rowsOf({ store }: Context, versionId: string, ids: string[]): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  for (let at = 0; at < ids.length; at += 5000) {
    const some = ids.slice(at, at + 5000).filter(isId);
    const found = await findRows(store, 'example', { versionId, id: some });
    for (const { id, index } of found) rows.set(id, index);
  }
  const stray = ids.find((id) => !rows.has(id));
  if (stray === undefined) return rows;
  throw new DomainError('BAD_INPUT', `The version has no example with the id ${stray}.`);
}
