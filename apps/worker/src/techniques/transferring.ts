import { labelsOf, type ModelManifest, type Pack, partsOf, rawExamples } from '@kshot/domain';
import {
  backboneOf,
  type ChosenHead,
  type FitProgress,
  type FitState,
  type Matrix,
  plainBackbone,
  plainFeatures,
  rowsOf,
  surenessOf,
  transfer,
  transferRule,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';
import type { TransferTask } from '../attempt/train-task.js';
import { type FeatureProgress, versionFeatures } from '../features/version-features.js';
import { manifestOf, type Outcome, type Parent, testReport } from './outcome.js';
import { testMap } from './run-map.js';

const none = new Int32Array();

/** A trained model brought to the classes of a small set; without one, a head on the examples themselves. */
export function* transferring(
  task: TransferTask,
  pack: Pack,
  parent: Parent | undefined,
  from: FitState | undefined,
): Generator<FitProgress | FeatureProgress, Outcome> {
  const { train = none, validation = none, test = none } = partsOf(pack, task.split);
  const classes = pack.manifest.classes.map(({ name }) => name);
  const parts = { train, validation, test };
  const version = { pack, hash: task.packHash };
  const trains = task.settings.method === 'FINE_TUNE' || task.settings.method === 'TUNE_ENCODER';
  const looks = trains ? 'ONE' : task.settings.looks;
  const raw = rawExamples(pack);
  const features = trains
    ? undefined
    : parent
      ? yield* versionFeatures(task.blobDir, version, backboneOf(parent.classifier, looks))
      : plainFeatures(plainBackbone(raw, train).input, raw, Int32Array.from(labelsOf(pack).keys()));
  const problem = {
    raw,
    labels: labelsOf(pack),
    classes,
    parts,
    pretrained: parent?.classifier ?? null,
    ...(features ? { features } : {}),
  };
  const { model, report, chosen } = yield* transfer(engine(), problem, task.settings, from);
  const shown = { labels: problem.labels, rows: test, seed: task.settings.seed };
  return {
    manifest: { ...manifestOf(pack, model), ...headOf(chosen) },
    weights: model.weights,
    report: report ? testReport(report, model.classes) : null,
    episodeReport: null,
    ...(features ? supportOf(problem, features, chosen) : {}),
    map: testMap(pack, model, shown, features),
  };
}

/** What is known of a solved head; votes have no logits that tell how sure they are. */
function headOf(chosen: ChosenHead | undefined): Pick<ModelManifest, 'head' | 'sureness'> {
  if (!chosen) return {};
  const { settings, heldOut } = chosen;
  return {
    head: settings.method,
    ...(heldOut ? { sureness: surenessOf(heldOut.strengths, heldOut.hits) } : {}),
  };
}

/** Leaving one example after another out of so many takes a moment. */
const MOST_TRACED = 500;

/** What a solved head decides by. */
function supportOf(
  {
    labels,
    classes,
    parts,
  }: { labels: Int32Array; classes: readonly string[]; parts: { train: Int32Array } },
  features: Matrix,
  chosen: ChosenHead | undefined,
): Pick<Outcome, 'support'> {
  const { train: rows } = parts;
  // Names of classes are no examples of the version.
  if (!chosen || chosen.names || rows.length > MOST_TRACED) return {};
  const own = { features: rowsOf(features, rows), labels: rows.map((row) => labels[row] as number) };
  const { settings, temperature } = chosen;
  const rule = transferRule({ ...own, ways: classes.length }, settings, temperature);
  return rule ? { support: { rule, classes, ...own, contents: [], rows } } : {};
}
