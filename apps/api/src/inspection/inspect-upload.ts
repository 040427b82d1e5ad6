import type { InspectionRequest } from '@kshot/domain';
import { insertWithTask, readyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { nameFor } from '../schema/name-for.js';
import { arrivedUpload } from './arrived-upload.js';
import type { AddToInput, InspectUploadInput } from './import-plan.input.js';
import { type Inspection, presentInspection } from './inspection.type.js';
import { requestOf } from './request-of.js';

/** Queues a look at a file that has arrived; watch `inspectionChanged`. */
export async function inspectUpload(
  context: Context,
  { uploadId, plan, addTo }: InspectUploadInput,
): Promise<Inspection> {
  const upload = await arrivedUpload(context, uploadId);
  const request: InspectionRequest = {
    ...requestOf(upload.fileName, { plan, testShare: 0.2, seed: 1 }),
    ...(addTo ? { addTo: await addedTo(context, addTo) } : {}),
  };
  const row = await insertWithTask(context.store, 'inspection', 'inspection', {
    uploadId: upload.id,
    request,
  });
  return presentInspection(row);
}

async function addedTo(
  context: Context,
  { versionId, class: name }: AddToInput,
): Promise<NonNullable<InspectionRequest['addTo']>> {
  const { id } = await readyVersion(context.store, versionId);
  return { versionId: id, className: name == null ? null : nameFor('class', name) };
}
