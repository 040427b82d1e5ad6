import { metaModelOf, rawExamples } from '@kshot/domain';
import {
  buildSubModel,
  type EpisodeScorer,
  type EpisodeShape,
  encodeExamples,
  episodeScorer,
  type Packed,
  predictor,
  softmax,
  type UnitPlan,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';
import { bytesOf } from '../features/version-features.js';
import { each } from './each.js';
import type { Scorer, ScorerTask } from './scorer.js';
import { timed } from './timed.js';

/** A meta-model: episodes of one shape by its own road, other units by a sub-model of what they fit on. */
export function metaScorer({ pack, parent, query }: ScorerTask): Scorer {
  const { manifest, classifier } = parent!;
  const model = metaModelOf(manifest, classifier.weights)!;
  const raw = rawExamples(pack);
  const { protocol } = query;
  let episodes: EpisodeScorer | undefined;
  const ofEpisode = ({ fitRows, fitTruth: _, ...plan }: UnitPlan, shape: EpisodeShape) => {
    const all = Int32Array.from({ length: pack.manifest.count }, (__, row) => row);
    episodes ??= episodeScorer(engine(), model, encodeExamples(model.input, raw, all), shape);
    const scorer = episodes;
    const [logits, predictSeconds] = timed(() => scorer.logits(fitRows, plan.rows));
    const probabilities = Float32Array.from(
      Array.from({ length: plan.rows.length }, (__, i) =>
        softmax(logits.subarray(i * shape.ways, (i + 1) * shape.ways)),
      ).flat(),
    );
    return { ...plan, probabilities, fitted: fitRows.length, trainSeconds: 0, predictSeconds };
  };
  const ofSubModel = ({ fitRows, fitTruth, ...plan }: UnitPlan) => {
    const classes = [...plan.classes].map((k) => pack.manifest.classes[k]!.name);
    const support = { x: encodeExamples(model.input, raw, fitRows), labels: fitTruth, classes };
    const [built, trainSeconds] = timed(() => buildSubModel(engine(), model, support));
    const answering = predictor(engine(), built);
    try {
      const asked: Packed = encodeExamples(model.input, raw, plan.rows);
      const [answers, predictSeconds] = timed(() => answering.probabilities(asked));
      const probabilities = Float32Array.from(answers.flat());
      return { ...plan, probabilities, fitted: fitRows.length, trainSeconds, predictSeconds };
    } finally {
      answering.dispose();
    }
  };
  const bytes = bytesOf(classifier);
  return {
    units: (plans) =>
      each(plans, (plan) => (protocol.kind === 'EPISODES' ? ofEpisode(plan, protocol) : ofSubModel(plan))),
    embedMilliseconds: 0,
    storedBytes: () => bytes,
  };
}
