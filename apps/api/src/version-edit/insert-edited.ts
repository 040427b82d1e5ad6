import { readable, type VersionEdit } from '@kshot/domain';
import { assertOwn, insertEdit, type ReadyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { type DataSetVersion, presentVersion } from '../version/version.type.js';
import { assertWhy } from './assert-why.js';

interface Why {
  readonly note: string;
  readonly author?: string | null | undefined;
}

/** Puts the next version of a data set into the queue. Throws CONFLICT where a newer one than its parent exists, unless it replaces all. */
export async function insertEdited(
  { store }: Context,
  parent: ReadyVersion,
  edit: VersionEdit,
  asked: Why,
  restores = false,
): Promise<DataSetVersion> {
  assertOwn(store, parent.dataSet);
  const why = assertWhy(asked);
  const { uploadHash, id: parentId } = parent;
  const request = readable(parent.request, 'The import of this version');
  const version = { ...why, uploadHash, parentId, request: { ...request, edit } };
  return presentVersion(await insertEdit(store, parent, version, { ofAnOlderOne: restores }));
}
