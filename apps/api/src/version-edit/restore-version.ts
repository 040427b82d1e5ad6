import { versionEdit } from '@kshot/domain';
import { readyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import type { DataSetVersion } from '../version/version.type.js';
import type { RestoreVersionInput } from './edit-version.input.js';
import { insertEdited } from './insert-edited.js';

/** A new version that is equal to an older one, down to the hash. */
export async function restoreVersion(context: Context, input: RestoreVersionInput): Promise<DataSetVersion> {
  const old = await readyVersion(context.store, input.versionId);
  const note = input.note.trim() || `Restored version ${old.number}.`;
  return insertEdited(context, old, versionEdit.parse({}), { ...input, note }, true);
}
