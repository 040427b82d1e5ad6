import { rawExamples } from '@kshot/domain';
import {
  backboneOf,
  encodeExamples,
  type Matrix,
  type Pretrained,
  predictor,
  pretrain,
  transfer,
  type Unit,
  type UnitPlan,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';
import { bytesOf, type FeatureProgress, versionFeatures } from '../features/version-features.js';
import { each } from './each.js';
import type { Scorer, ScorerTask, SpecOf } from './scorer.js';
import { timed } from './timed.js';

const none = new Int32Array();

/** A network that is trained anew in each unit: from nothing, or from a model. */
export function* trainedScorer(
  { blobDir, pack, packHash, parent }: ScorerTask,
  spec: SpecOf<'FINE_TUNE' | 'PRETRAIN'>,
): Generator<FeatureProgress, Scorer> {
  const raw = rawExamples(pack);
  const features =
    parent && (yield* versionFeatures(blobDir, { pack, hash: packHash }, backboneOf(parent.classifier)));
  let bytes = 0;
  const training = (plan: UnitPlan): Generator<unknown, Pretrained> => {
    const task = taskOf(plan, pack.manifest.count);
    const problem = { ...task, raw, classes: [...plan.classes].map((k) => pack.manifest.classes[k]!.name) };
    const batchSize = Math.min(spec.settings.batchSize, plan.fitRows.length);
    if (spec.kind === 'PRETRAIN') return pretrain(engine(), problem, { ...spec.settings, batchSize });
    const start = { pretrained: parent!.classifier, features: features as Matrix };
    return transfer(engine(), { ...problem, ...start }, { ...spec.settings, batchSize });
  };
  const score = (plan: UnitPlan): Unit => {
    const [{ model }, trainSeconds] = timed(() => finished(training(plan)));
    bytes = bytesOf(model);
    const answering = predictor(engine(), model);
    try {
      const asked = encodeExamples(model.input, raw, plan.rows);
      answering.probabilities({ ...asked, shape: [1, ...asked.shape.slice(1)] }); // compiles
      const [answers, predictSeconds] = timed(() => answering.probabilities(asked));
      const { fitRows, fitTruth: _, ...rest } = plan;
      const probabilities = Float32Array.from(answers.flat());
      return { ...rest, probabilities, fitted: fitRows.length, trainSeconds, predictSeconds };
    } finally {
      answering.dispose();
    }
  };
  return {
    units: (plans) => each(plans, score),
    embedMilliseconds: 0,
    storedBytes: () => bytes,
  };
}

/** The unit's own columns as labels; nothing is reported on, because what is scored is scored afterwards. */
function taskOf({ fitRows, fitTruth }: UnitPlan, count: number) {
  const labels = new Int32Array(count);
  for (const [at, row] of fitRows.entries()) labels[row] = fitTruth[at] as number;
  return { labels, parts: { train: fitRows, validation: none, test: none } };
}

function finished<T>(steps: Generator<unknown, T>): T {
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}
