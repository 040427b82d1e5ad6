import {
  encodeExamples,
  predictor,
  pretrain,
  pretrainOptions,
  type RawExamples,
  readSettings,
  trainedSettings,
  type UnitPlan,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';
import { balancedAccuracy } from '../accuracy/files/balanced-accuracy.js';
import { runToEnd } from '../frame/run-to-end.js';

const none = new Int32Array();

/** Balanced accuracy of a network that is trained from nothing on the fitted rows. */
export function trainedAccuracy(
  raw: RawExamples,
  {
    fitRows,
    fitTruth,
    rows,
    truth,
    classes,
  }: Pick<UnitPlan, 'fitRows' | 'fitTruth' | 'rows' | 'truth' | 'classes'>,
): number {
  const { settings } = readSettings(pretrainOptions, trainedSettings[raw.modality]);
  const labels = new Int32Array(Math.max(...fitRows, ...rows) + 1);
  for (const [at, row] of fitRows.entries()) labels[row] = fitTruth[at] as number;
  const names = Array.from(classes, String);
  const task = { raw, labels, classes: names, parts: { train: fitRows, validation: none, test: none } };
  const batchSize = Math.min(32, fitRows.length);
  const { model } = runToEnd(pretrain(engine(), task, { ...settings, batchSize }));
  const answering = predictor(engine(), model);
  const answers = answering.probabilities(encodeExamples(model.input, raw, rows));
  answering.dispose();
  const predicted = answers.map((row) => row.indexOf(Math.max(...row)));
  return balancedAccuracy(predicted, truth, names.length);
}
