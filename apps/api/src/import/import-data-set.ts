import { getOwn, insertVersion, updateRow } from '@kshot/store';
import type { Context } from '../context.js';
import { arrivedUpload } from '../inspection/arrived-upload.js';
import { requestOf } from '../inspection/request-of.js';
import { placeOf } from '../project/place-of.js';
import { nameFor } from '../schema/name-for.js';
import { type DataSetVersion, presentVersion } from '../version/version.type.js';
import { assertWhy } from '../version-edit/assert-why.js';
import type { ImportDataSetInput } from './import-data-set.input.js';

/** Makes a data set, or a new version of one, from a file that has arrived. A worker reads it; watch `versionChanged`. */
export async function importDataSet(context: Context, input: ImportDataSetInput): Promise<DataSetVersion> {
  const { store } = context;
  const upload = await arrivedUpload(context, input.uploadId);
  const request = requestOf(upload.fileName, input);
  const why = assertWhy(input);
  const { dataSetId, description = '', licence = null, source = null } = input;
  const version = await insertVersion(
    store,
    dataSetId
      ? { id: (await getOwn(store, 'dataSet', dataSetId)).id }
      : {
          ...{ name: nameFor('data set', input.name ?? ''), description: description ?? '', licence, source },
          ...(await placeOf(context, [], input.projectId ?? upload.projectId)),
        },
    { uploadHash: upload.sha256, request, ...why },
  );
  await updateRow(store, 'upload', upload.id, { usedAt: new Date() });
  return presentVersion(version);
}
