import { DomainError } from '@kshot/domain';
import { getRow } from '@kshot/store';
import type { Context } from '../context.js';
import type { Model } from '../model/model.type.js';
import { nameFor } from '../schema/name-for.js';
import { registerModel } from './register-model.js';
import type { ImportModelInput } from './sub-model.input.js';

/** A model that was trained elsewhere. */
export async function importModel(
  context: Context,
  { uploadId, name, classes, pixels, licence, source, projectId }: ImportModelInput,
): Promise<Model> {
  const upload = await getRow(context.store, 'upload', uploadId);
  if (!upload.sha256) {
    throw new DomainError(
      'UPLOAD_INCOMPLETE',
      'The file has not arrived whole. PUT it to the URL of the upload, then import it.',
    );
  }
  const title = nameFor('model', name);
  const built = await context.predictor.build({
    kind: 'foreign',
    uploadHash: upload.sha256,
    classes: classes ?? null,
    pixels,
  });
  return registerModel(context, built, {
    name: title,
    technique: 'PRETRAIN',
    parentId: null,
    versionId: null,
    licence: licence ?? null,
    source: source ?? null,
    made: [],
    projectId: projectId ?? upload.projectId,
  });
}
