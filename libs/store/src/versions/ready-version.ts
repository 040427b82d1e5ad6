import { DomainError, type Modality, type PackManifest } from '@kshot/domain';
import type { Store } from '../open-store.js';
import { findRows, getRow } from '../rows/find-rows.js';
import type { DataSet, DataSetVersion, Split } from '../rows/rows.js';

/** A version that can be used, with its data set and its splits. */
export interface ReadyVersion extends DataSetVersion {
  readonly hash: string;
  readonly modality: Modality;
  readonly manifest: PackManifest;
  readonly dataSet: DataSet;
  readonly splits: readonly Split[];
}

/** Throws NOT_FOUND, and CONFLICT before its import is done. */
export async function readyVersion(store: Store, id: string): Promise<ReadyVersion> {
  const version = await getRow(store, 'dataSetVersion', id);
  const { status, hash, modality, manifest } = version;
  if (status !== 'READY' || hash === null || modality === null)
    throw new DomainError(
      'CONFLICT',
      status === 'IMPORTING'
        ? 'This version is being imported. Wait until it is ready.'
        : 'The import of this version failed or was cancelled. Retry it, or use another version.',
    );
  if (manifest === null)
    throw new DomainError(
      'CONFLICT',
      'What is stored of this version cannot be read by this version of Kshot. Import its file again.',
    );
  const [dataSet, splits] = await Promise.all([
    getRow(store, 'dataSet', version.dataSetId),
    findRows(store, 'split', { versionId: id }, { by: 'id' }),
  ]);
  return { ...version, hash, modality, manifest, dataSet, splits };
}

/** A version that can be learned from. Throws what `readyVersion` does, and CONFLICT where its examples have no classes yet. */
export async function labelledVersion(store: Store, id: string): Promise<ReadyVersion> {
  const version = await readyVersion(store, id);
  if (version.classCount < 2)
    throw new DomainError(
      'CONFLICT',
      `The examples of this version have ${version.classCount === 0 ? 'no class' : 'one class'} yet. Label them on the page of the data set until two classes have examples.`,
    );
  return version;
}
