import { rawExamples } from '@kshot/domain';
import { encodeExamples, predictor, type Unit, type UnitPlan } from '@kshot/fewshot';
import { engine } from '@kshot/native';
import { bytesOf } from '../features/version-features.js';
import { each } from './each.js';
import type { Scorer, ScorerTask } from './scorer.js';
import { timed } from './timed.js';

/** A trained classifier as it is: nothing is fitted. Its classes are the version's, in any order. */
export function modelScorer({ pack, parent }: ScorerTask): Scorer {
  const { classifier } = parent!;
  const model = predictor(engine(), classifier);
  const raw = rawExamples(pack);
  const column = pack.manifest.classes.map(({ name }) => classifier.classes.indexOf(name));
  const bytes = bytesOf(classifier);
  const score = ({ fitRows: _, fitTruth: __, ...plan }: UnitPlan): Unit => {
    const [answers, predictSeconds] = timed(() =>
      model.probabilities(encodeExamples(classifier.input, raw, plan.rows)),
    );
    const probabilities = Float32Array.from(
      answers.flatMap((row) => [...plan.classes].map((k) => row[column[k] as number] as number)),
    );
    return { ...plan, probabilities, fitted: 0, trainSeconds: 0, predictSeconds };
  };
  return {
    units: (plans) => each(plans, score),
    embedMilliseconds: 0,
    storedBytes: () => bytes,
  };
}
