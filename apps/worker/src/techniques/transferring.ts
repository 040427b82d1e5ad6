import { foldCalibration, headOf, labelsOf, type Pack, partsOf, rawExamples } from '@kshot/domain';
import {
  backboneOf,
  type ChosenHead,
  chosenRule,
  type FitProgress,
  type FitState,
  type HeadProgress,
  type Matrix,
  plainBackbone,
  plainFeatures,
  rowsOf,
  tellingColumns,
  transfer,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';
import type { TransferTask } from '../attempt/train-task.js';
import { type FeatureProgress, versionFeatures } from '../features/version-features.js';
import { importanceOf } from './importance.js';
import { manifestOf, type Outcome, type Parent, testReport } from './outcome.js';
import { testMap } from './run-map.js';

const none = new Int32Array();

/** A trained model brought to the classes of a small set; without one, a head on the examples themselves. */
export function* transferring(
  task: TransferTask,
  pack: Pack,
  parent: Parent | undefined,
  from: FitState | undefined,
): Generator<FitProgress | FeatureProgress | HeadProgress, Outcome> {
  const { train = none, validation = none, test = none } = partsOf(pack, task.split);
  const classes = pack.manifest.classes.map(({ name }) => name);
  const parts = { train, validation, test };
  const version = { pack, hash: task.packHash };
  const trains = task.settings.method === 'FINE_TUNE' || task.settings.method === 'TUNE_ENCODER';
  const looks = trains ? 'ONE' : task.settings.looks;
  const raw = rawExamples(pack);
  const labels = labelsOf(pack);
  const plain =
    trains || parent
      ? undefined
      : task.settings.method === 'AUTO'
        ? tellingColumns(raw, train, { labels, ways: classes.length })
        : plainBackbone(raw, train);
  const features = plain
    ? plainFeatures(plain.input, raw, Int32Array.from(labels.keys()))
    : parent && !trains
      ? yield* versionFeatures(task.blobDir, version, backboneOf(parent.classifier, looks))
      : undefined;
  const problem = {
    raw,
    labels,
    classes,
    parts,
    pretrained: parent?.classifier ?? null,
    ...(features ? { features } : {}),
    ...(plain ? { plain } : {}),
  };
  const { model, report, chosen } = yield* transfer(engine(), problem, task.settings, from);
  const shown = { labels: problem.labels, rows: test, seed: task.settings.seed };
  return {
    manifest: {
      ...manifestOf(pack, model),
      ...(chosen ? headOf(chosen) : {}),
      ...importanceOf(raw, model, shown, parent ? undefined : chosen?.head),
    },
    weights: model.weights,
    report: report ? testReport(report, model.classes) : null,
    episodeReport: null,
    calibration: chosen ? foldCalibration(chosen) : null,
    ...(features ? lessonOf(problem, features, chosen, task.settings.penalty) : {}),
    map: testMap(pack, model, shown, features),
  };
}

/** Examples whose features are kept, so that the model can be taught more. */
const MOST_KEPT = 2000;

/** What a solved head was fitted on. */
function lessonOf(
  {
    labels,
    classes,
    parts,
  }: { labels: Int32Array; classes: readonly string[]; parts: { train: Int32Array } },
  features: Matrix,
  chosen: ChosenHead | undefined,
  penalty: number | undefined,
): Pick<Outcome, 'lesson'> {
  const { train: rows } = parts;
  if (!chosen || rows.length > MOST_KEPT) return {};
  const own = { features: rowsOf(features, rows), labels: rows.map((row) => labels[row] as number) };
  const rule = chosenRule({ ...own, ways: classes.length }, chosen);
  const head = { ...chosen.settings, penalty: penalty ?? 0 }; // chosen again whenever it is taught
  return { lesson: { ...(rule ? { rule } : {}), head, classes, ...own, contents: [], rows } };
}
