import { meanInterval, readSettings, transfer, transferTrainOptions } from '@kshot/fewshot';
import { engine } from '@kshot/native';
import { printRow } from './print-row.mjs';

/** What a transfer makes of a data set beyond its head: names of classes as examples where they help, or a tuned encoder. */
export const TRANSFERS = [
  { name: 'names', label: 'kernel ridge with names', options: { method: 'KERNEL_RIDGE' } },
  { name: 'tuned', label: 'tuned encoder', options: { method: 'TUNE_ENCODER' } },
];

/** A transfer from an encoder on the support of each draw, scored on its queries. */
export function scoreTransfer({ label, options }, described, { meta, features }, read, plans, json) {
  const { settings } = readSettings(transferTrainOptions, options);
  const values = [];
  let seconds = 0;
  for (const { fitRows, rows } of plans) {
    const task = {
      raw: read.raw,
      labels: read.labels,
      classes: read.classes,
      parts: { train: fitRows, validation: new Int32Array(), test: rows },
      pretrained: { ...meta, classes: [] },
      features,
    };
    const run = transfer(engine(), task, settings);
    const started = performance.now();
    let next = run.next();
    for (; !next.done; next = run.next())
      if (next.value.epochEnded && next.value.metrics.crossValidationAccuracy)
        seconds += (performance.now() - started) / 1000;
    values.push(next.value.report.accuracy);
    console.error(
      `draw ${values.length}: ${(100 * values.at(-1)).toFixed(2)} %, ${seconds.toFixed(0)} s so far`,
    );
  }
  const { mean, halfWidth } = meanInterval(values);
  const row = { ...described, method: label, episodes: values.length, mean, ci95: halfWidth };
  printRow({ ...row, seconds: (seconds / values.length) * 1000 }, json);
}
