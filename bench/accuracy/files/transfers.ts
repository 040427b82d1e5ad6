import {
  type Classifier,
  type Matrix,
  readSettings,
  transfer,
  transferTrainOptions,
  type UnitPlan,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';
import { percent } from '../../frame/figures.js';
import { runToEnd } from '../../frame/run-to-end.js';
import { type DescribedRow, printRow } from './print-row.js';
import type { DataFile } from './read-file.js';

/** What a transfer makes of a data set beyond its head: names of classes as examples where they help, or a tuned encoder. */
export const TRANSFERS = [
  { name: 'names', label: 'kernel ridge with names', options: { method: 'KERNEL_RIDGE' } },
  { name: 'tuned', label: 'tuned encoder', options: { method: 'TUNE_ENCODER' } },
];

/** A transfer from an encoder on the support of each draw, scored on its queries. */
export function scoreTransfer(
  { label, options }: (typeof TRANSFERS)[number],
  described: DescribedRow,
  { pretrained, features }: { readonly pretrained: Classifier; readonly features: Matrix },
  read: DataFile,
  plans: readonly UnitPlan[],
  json: boolean,
): void {
  const { settings } = readSettings(transferTrainOptions, options);
  const values: number[] = [];
  let seconds = 0;
  for (const { fitRows, rows } of plans) {
    const task = {
      raw: read.raw,
      labels: read.labels,
      classes: read.classes,
      parts: { train: fitRows, validation: new Int32Array(), test: rows },
      pretrained,
      features,
    };
    const started = performance.now();
    const { report } = runToEnd(transfer(engine(), task, settings), (progress) => {
      if ('metrics' in progress && progress.epochEnded && progress.metrics.crossValidationAccuracy)
        seconds += (performance.now() - started) / 1000;
    });
    const accuracy = report?.accuracy ?? Number.NaN;
    values.push(accuracy);
    console.error(`draw ${values.length}: ${percent(accuracy, 2)} %, ${seconds.toFixed(0)} s so far`);
  }
  printRow(described, label, values, seconds, json);
}
