import type { Calibration, EpisodeReport, ModelManifest, Pack, StoredMap, TestReport } from '@kshot/domain';
import { type Classifier, type Evaluated, wilsonInterval } from '@kshot/fewshot';
import type { SupportFile } from '@kshot/store';

/** The model that a run starts from. */
export interface Parent {
  readonly manifest: ModelManifest;
  readonly classifier: Classifier;
}

/** What a technique leaves when it is done. */
export interface Outcome {
  readonly manifest: ModelManifest;
  readonly weights: Classifier['weights'];
  readonly report: TestReport | null;
  readonly episodeReport: EpisodeReport | null;
  readonly map: StoredMap | null;
  /** What its prediction sets are calibrated by, where its head was held out. */
  readonly calibration?: Calibration | null;
  /** The examples that a solved head was fitted on, where they are not too many to be taught more. */
  readonly lesson?: SupportFile;
}

/** The manifest of a model trained on this pack. */
export const manifestOf = (
  pack: Pack,
  { input, network, classes }: Pick<Classifier, 'input' | 'network' | 'classes'>,
): ModelManifest => ({
  format: 'kshot-model-1',
  input,
  ...(pack.manifest.image ? { source: pack.manifest.image } : {}),
  network,
  classes: [...classes],
});

/** What is shown of an evaluation on the test part. */
export function testReport(result: Evaluated, classes: readonly string[]): TestReport {
  const [accuracyLow, accuracyHigh] = wilsonInterval(result.correct, result.count);
  const { accuracy, macroF1, loss, count, confusion } = result;
  const counts = { classes, counts: confusion };
  return {
    part: 'test',
    exampleCount: count,
    accuracy,
    accuracyLow,
    accuracyHigh,
    macroF1,
    loss,
    confusion: counts,
  };
}
