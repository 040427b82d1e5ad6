import { labelsOf, type Pack, partsOf, rawExamples } from '@kshot/domain';
import { type FitProgress, type FitState, pretrain } from '@kshot/fewshot';
import { engine } from '@kshot/native';
import type { PretrainTask } from '../attempt/train-task.js';
import { importanceOf } from './importance.js';
import { manifestOf, type Outcome, testReport } from './outcome.js';
import { testMap } from './run-map.js';

const none = new Int32Array();

/** A network trained from nothing on the parts of a split. */
export function* pretraining(
  task: PretrainTask,
  pack: Pack,
  from: FitState | undefined,
): Generator<FitProgress, Outcome> {
  const { train = none, validation = none, test = none } = partsOf(pack, task.split);
  const classes = pack.manifest.classes.map(({ name }) => name);
  const problem = {
    raw: rawExamples(pack),
    labels: labelsOf(pack),
    classes,
    parts: { train, validation, test },
  };
  const { model, report } = yield* pretrain(engine(), problem, task.settings, from);
  const shown = { labels: problem.labels, rows: test, seed: task.settings.seed };
  return {
    manifest: { ...manifestOf(pack, model), ...importanceOf(problem.raw, model, shown) },
    weights: model.weights,
    report: report ? testReport(report, model.classes) : null,
    episodeReport: null,
    map: testMap(pack, model, shown),
  };
}
