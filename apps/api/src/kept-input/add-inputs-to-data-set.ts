import { DomainError } from '@kshot/domain';
import { getRow, latestVersions, type Model, noteAdded } from '@kshot/store';
import type { Context } from '../context.js';
import type { DataSetVersion } from '../version/version.type.js';
import { editVersion } from '../version-edit/edit-version.js';
import type { AddInputsToDataSetInput } from './kept-input.type.js';
import { labelledInputs } from './labelled-inputs.js';

/** Makes the next version of a data set with reviewed inputs of a model. */
export async function addInputsToDataSet(
  context: Context,
  { modelId, ids, versionId }: AddInputsToDataSetInput,
): Promise<DataSetVersion> {
  const { store } = context;
  const model = await getRow(store, 'model', modelId);
  const byClass = await labelledInputs(context, model, ids);
  const version = await editVersion(context, {
    versionId: versionId ?? (await newestVersion(context, model)),
    note: `Reviewed inputs of ${model.name}`,
    addClasses: [...byClass.keys()],
    add: [...byClass].map(([name, examples]) => ({ class: name, examples })),
    ...{ renameClasses: [], mergeClasses: [], removeClasses: [], relabel: [], remove: [], addFiles: [] },
  });
  await noteAdded(store.pool, ids);
  return version;
}

async function newestVersion({ store }: Context, { name, versionId }: Model): Promise<string> {
  if (versionId === null)
    throw new DomainError(
      'CONFLICT',
      `${name} was not trained on a data set that is here. Name a version of another one.`,
    );
  const { dataSetId } = await getRow(store, 'dataSetVersion', versionId);
  const [newest] = await latestVersions(store, [dataSetId]);
  return newest?.id ?? versionId;
}
