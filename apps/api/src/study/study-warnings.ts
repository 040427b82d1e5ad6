import type { Context } from '../context.js';
import type { Evaluation } from '../evaluation/evaluation.type.js';
import { evaluationWarnings } from '../evaluation/evaluation-warnings.js';

const FEW_QUERIES = /to look at together/;

/** What makes candidates of one study unequal. */
export async function studyWarnings(context: Context, evaluations: readonly Evaluation[]): Promise<string[]> {
  const each = await Promise.all(evaluations.map((one) => evaluationWarnings(context, one)));
  const named = (has: RegExp) => [
    ...new Set(evaluations.flatMap(({ name }, i) => (each[i]!.some((text) => has.test(text)) ? [name] : []))),
  ];
  const seen = named(/was trained on examples/);
  const transductive = named(/all queries together/);
  const few = named(FEW_QUERIES);
  const all = new Set(evaluations.map(({ name }) => name)).size;
  return [
    ...(seen.length > 0
      ? [
          `Of ${seen.length === all ? 'all candidates' : seen.join(', ')} the model was trained on examples that are scored here${seen.length < all ? ', of the others it was not' : ''}: its figures are better than on new data.`,
        ]
      : []),
    ...(transductive.length > 0 && transductive.length < all
      ? [
          `${transductive.join(', ')} looks at all queries together, the others do not: they compare only with their like.`,
        ]
      : []),
    ...(few.length > 0 ? [`${few.join(', ')}: ${each.flat().find((text) => FEW_QUERIES.test(text))}`] : []),
    ...(await backboneWarning(context, evaluations)),
  ];
}

/** Backbones that learned from different data: a difference may be the data's. */
async function backboneWarning({ loaders }: Context, evaluations: readonly Evaluation[]): Promise<string[]> {
  const ids = [...new Set(evaluations.flatMap(({ modelId }) => (modelId ? [modelId] : [])))];
  const models = (await loaders.model.loadMany(ids)).flatMap((one) =>
    one && !(one instanceof Error) ? [one] : [],
  );
  const sources = new Set(models.map(({ versionId, source, id }) => versionId ?? source ?? id));
  const without = evaluations.some(({ modelId }) => !modelId);
  if (sources.size < 2 && !(without && models.length > 0)) return [];
  return [
    'The models learned from different data: a difference between candidates may be that of the data, not of the method.',
  ];
}
