import { metaModelOf, rawExamples } from '@kshot/domain';
import {
  buildSubModel,
  type EpisodeShape,
  encodeExamples,
  episodeScorer,
  type Packed,
  predictor,
  softmaxRows,
  type Unit,
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
  const ofEpisodes = function* (plans: readonly UnitPlan[], shape: EpisodeShape): Generator<Unit, void> {
    const all = Int32Array.from({ length: pack.manifest.count }, (_, row) => row);
    const x = encodeExamples(model.input, raw, all);
    const asked = plans.map(({ fitRows, rows }) => ({ support: fitRows, query: rows }));
    const scorer = episodeScorer(engine(), model, x, shape, asked);
    for (const { fitRows, fitTruth: _, ...plan } of plans) {
      const [values, predictSeconds] = timed(() => scorer.logits(fitRows, plan.rows));
      const probabilities = softmaxRows({ rows: plan.rows.length, columns: shape.ways, values });
      yield { ...plan, probabilities, fitted: fitRows.length, trainSeconds: 0, predictSeconds };
    }
    scorer.dispose();
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
    units: (plans) => (protocol.kind === 'EPISODES' ? ofEpisodes(plans, protocol) : each(plans, ofSubModel)),
    embedMilliseconds: 0,
    storedBytes: () => bytes,
  };
}
