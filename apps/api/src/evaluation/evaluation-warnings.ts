import { type EvaluationQuery, isTransductiveSpec, type ModelManifest } from '@kshot/domain';
import { metaMethod } from '@kshot/fewshot';
import type { Context } from '../context.js';
import { unseenOf } from './protocol-of.js';
import { transductiveWarnings } from './transductive-warnings.js';

interface Warned {
  readonly query: EvaluationQuery;
  readonly modelId: string | null;
  readonly versionId: string;
  readonly unitCount: number;
  readonly countedUnits: number | null;
}

/** What a reader should know before trusting the figures. */
export async function evaluationWarnings(context: Context, evaluation: Warned): Promise<string[]> {
  const { unitCount, countedUnits } = evaluation;
  const { candidate, protocol } = evaluation.query;
  const known = await trainedOn(context, evaluation);
  const adapts =
    candidate.kind === 'MODEL' &&
    known.meta !== undefined &&
    known.meta.transductive &&
    metaMethod(known.meta.method).kind === 'ADAPTATION';
  const transductive = isTransductiveSpec(candidate) || adapts;
  return [
    ...(known.seen
      ? [
          `${known.seen} was trained on examples of this data set that are scored here, so the figures are better than on new data. ${protocol.kind === 'EPISODES' ? 'Draw episodes from classes that it never saw.' : 'Score it on the test part of the split that it was trained on.'}`,
        ]
      : []),
    ...(transductive
      ? ['It looks at all queries together: its figures compare only with those of such methods.']
      : []),
    ...(isTransductiveSpec(candidate) ? transductiveWarnings(protocol) : []),
    ...(countedUnits !== null && countedUnits < unitCount
      ? [
          `Its study stopped after ${countedUnits} of ${unitCount} episodes, when the best was known; only these count. Intervals of means allow for that, those by bootstrap (calibration, single classes) do not.`,
        ]
      : []),
  ];
}

/** The first model in the line of ancestors that has seen what is scored. */
async function trainedOn(
  { loaders }: Context,
  { query: { protocol }, modelId, versionId }: Warned,
): Promise<{ seen: string | undefined; meta: NonNullable<ModelManifest['meta']> | undefined }> {
  const version = await loaders.version.load(versionId);
  let id = modelId;
  let meta: ModelManifest['meta'];
  for (let depth = 0; id && depth < 20; depth++) {
    const model = await loaders.model.load(id);
    if (!model || !version) break;
    if (depth === 0) meta = model.manifest.meta;
    const run = model.runId ? await loaders.run.load(model.runId) : null;
    const saw = model.versionId === versionId || (run?.versionId ?? null) === versionId;
    if (saw && !(await heldOut())) return { seen: model.name, meta };
    id = model.parentId;

    async function heldOut(): Promise<boolean> {
      if (protocol.kind === 'SPLIT') {
        if (protocol.part !== 'test' || !run?.splitId || run.technique === 'META') return false;
        const split = await loaders.split.load(run.splitId);
        return split?.name === protocol.split;
      }
      if (protocol.kind !== 'EPISODES' || !protocol.classes) return false;
      const unseen = new Set(unseenOf(model!, version!) ?? []);
      return protocol.classes.every((name) => unseen.has(name));
    }
  }
  return { seen: undefined, meta };
}
