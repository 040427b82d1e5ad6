import {
  classAverages,
  encodeExamples,
  predictor,
  pretrain,
  pretrainOptions,
  readSettings,
  trainedSettings,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';

const none = new Int32Array();

/** Balanced accuracy of a network that is trained from nothing on the fitted rows. */
export function trainedAccuracy(raw, { fitRows, fitTruth, rows, truth, classes }) {
  const { settings } = readSettings(pretrainOptions, trainedSettings[raw.modality]);
  const labels = new Int32Array(Math.max(...fitRows, ...rows) + 1);
  for (const [at, row] of fitRows.entries()) labels[row] = fitTruth[at];
  const names = Array.from(classes, String);
  const task = { raw, labels, classes: names, parts: { train: fitRows, validation: none, test: none } };
  const training = pretrain(engine(), task, { ...settings, batchSize: Math.min(32, fitRows.length) });
  let next = training.next();
  while (!next.done) next = training.next();
  const { model } = next.value;
  const answering = predictor(engine(), model);
  const answers = answering.probabilities(encodeExamples(model.input, raw, rows));
  answering.dispose();
  const [hits, actual, said] = [0, 1, 2].map(() => new Float64Array(names.length));
  for (const [i, row] of answers.entries()) {
    const best = row.indexOf(Math.max(...row));
    actual[truth[i]]++;
    said[best]++;
    if (best === truth[i]) hits[best]++;
  }
  return classAverages(hits, actual, said).balancedAccuracy;
}
