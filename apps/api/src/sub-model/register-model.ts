import type { Technique } from '@kshot/domain';
import { getRow, insertModel } from '@kshot/store';
import type { Context } from '../context.js';
import { type Model, presentModel } from '../model/model.type.js';
import type { BuiltModel } from '../predict/protocol.js';
import { placeOf } from '../project/place-of.js';

interface Described {
  readonly name: string;
  readonly technique: Technique;
  readonly parentId: string | null;
  readonly versionId: string | null;
  readonly licence?: string | null;
  readonly source?: string | null;
  /** Of whose project it is. */
  readonly made: readonly Parameters<typeof placeOf>[1][number][];
  readonly projectId?: string | null | undefined;
}

/** Makes a stored model known. */
export async function registerModel(
  context: Context,
  built: BuiltModel,
  { made, projectId, ...described }: Described,
): Promise<Model> {
  const { store } = context;
  const place = await placeOf(context, made, projectId);
  const id = await insertModel(store.pool, {
    ...described,
    ...place,
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
    answered: built.answered ?? null,
    decision: built.decision ?? null,
    runId: null,
  });
  return presentModel(await getRow(store, 'model', id));
}
