import type { Technique } from '@kshot/domain';
import { getRow, insertModel } from '@kshot/store';
import type { Context } from '../context.js';
import { type Model, presentModel } from '../model/model.type.js';
import type { BuiltModel } from '../predict/protocol.js';

interface Described {
  readonly name: string;
  readonly technique: Technique;
  readonly parentId: string | null;
  readonly versionId: string | null;
  readonly licence?: string | null;
  readonly source?: string | null;
}

/** Makes a stored model known. */
export async function registerModel(
  { store }: Context,
  built: BuiltModel,
  described: Described,
): Promise<Model> {
  const id = await insertModel(store.pool, {
    ...described,
    hash: built.stored.hash,
    bytes: built.stored.bytes,
    parameterCount: built.parameterCount,
    modality: built.manifest.input.modality,
    manifest: built.manifest,
    summary: {},
    report: null,
    episodeReport: null,
    calibration: built.calibration ?? null,
    supportHash: built.supportHash ?? null,
    lessonHash: built.lessonHash ?? null,
    runId: null,
  });
  return presentModel(await getRow(store, 'model', id));
}
