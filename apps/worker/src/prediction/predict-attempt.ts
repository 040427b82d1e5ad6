import { setImmediate as breathe } from 'node:timers/promises';
import { assertFinite, DomainError, type ModelManifest, modelRule, type PredictedRow } from '@kshot/domain';
import { type ModelAnswer, type Predictor, predictionSet, predictor } from '@kshot/fewshot';
import { type InputRow, type InputRows, openRows, type RawInput } from '@kshot/ingest';
import { engine, loadBackend, threadsFor } from '@kshot/native';
import { type Blobs, readModel, writePredictionIndex } from '@kshot/store';
import { environmentOf } from '../attempt/environment.js';
import type { PredictTask } from '../attempt/predict-task.js';
import type { FromChild } from '../attempt/protocol.js';
import { encodeRows } from './encode-rows.js';
import { sampleRows } from './sample-rows.js';
import { tallyRows } from './tally-rows.js';
import { versionRows } from './version-rows.js';

/** Milliseconds between two words of progress. */
const EVERY = 200;
/** Rows and values of inputs that are held at once. */
const ROWS_AT_ONCE = 512;
const VALUES_AT_ONCE = 2 ** 23;
/** The largest batch of a predictor: several of them are computed faster than what is left over. */
const FULL = 16;

/** Asks a model about all rows of a file or a version, and stores the answers row by row. */
export async function predictAttempt(
  task: PredictTask,
  blobs: Blobs,
  say: (message: FromChild) => Promise<void>,
): Promise<void> {
  const backend = await loadBackend({ threads: threadsFor('inference') });
  await say({ kind: 'started', environment: environmentOf(backend) });
  const { manifest, classifier } = await readModel(blobs, task.modelHash);
  const rows =
    'uploadHash' in task.source
      ? await openRows(blobs.path(task.source.uploadHash), task.request, manifest)
      : await versionRows(blobs, task.source.packHash, task.request);
  const model = predictor(engine(), classifier);
  try {
    const tally = tallyRows(manifest.classes);
    const sample = sampleRows(task.keepsInputs);
    const { hash: resultHash } = await blobs.write(
      lines(task, manifest, model, rows, { tally, sample }, say),
    );
    if (tally.rows() === 0) throw new DomainError('DATA_EMPTY', 'There are no rows to predict.');
    const indexHash = await writePredictionIndex(blobs, tally.index());
    const { none, ...summary } = tally.summary();
    await say({
      kind: 'predicted',
      resultHash,
      indexHash,
      inputs: await sample.store(blobs),
      summary: {
        ...summary,
        columns: rows.columns,
        labelColumn: rows.labelColumn,
        inputColumns: rows.inputColumns,
        noneOfThese: task.settings.answered !== null ? none : null,
        notes: rows.notes,
      },
    });
  } finally {
    model.dispose();
    await rows.close();
  }
}

/** The answers, a JSON text on each line. */
async function* lines(
  task: PredictTask,
  manifest: ModelManifest,
  model: Predictor,
  { batches }: InputRows,
  { tally, sample }: { tally: ReturnType<typeof tallyRows>; sample: ReturnType<typeof sampleRows> },
  say: (message: FromChild) => Promise<void>,
): AsyncGenerator<Buffer> {
  const each = manifest.network.inputShape.reduce((product, size) => product * size, 1);
  const atOnce = Math.min(ROWS_AT_ONCE, FULL * Math.max(1, Math.floor(VALUES_AT_ONCE / each / FULL)));
  const progress = progressOf(say);
  let before = 0;
  for await (const { rows, read } of batches) {
    for (let at = 0; at < rows.length; at += atOnce) {
      const some = rows.slice(at, at + atOnce);
      const { answers, inputs } = await answersOf(task, manifest, model, some);
      const written = some.map((row, i) => {
        const answer = {
          row: tally.rows() + 1,
          name: row.name,
          cells: row.cells,
          label: row.label,
          ...answers[i]!,
        };
        const line = Buffer.from(`${JSON.stringify(answer)}\n`);
        tally.add(answer, line.length);
        sample.offer(inputs[i]!, answer);
        return line;
      });
      yield Buffer.concat(written);
      progress(tally.rows(), before + (read - before) * Math.min(1, (at + atOnce) / rows.length));
      await breathe();
    }
    before = read;
  }
}

type Answered = Pick<PredictedRow, 'thumbnail' | 'class' | 'probability' | 'set' | 'noneOfThese' | 'problem'>;

async function answersOf(
  { calibration, settings }: PredictTask,
  manifest: ModelManifest,
  model: Predictor,
  rows: readonly InputRow[],
): Promise<{ readonly answers: readonly Answered[]; readonly inputs: readonly (RawInput | null)[] }> {
  const { classes } = manifest;
  const answerOf = modelRule(manifest, settings);
  const { x, problems, inputs, thumbnails } = await encodeRows(manifest, rows);
  const given = (x ? model.answers(x) : []).values();
  const answers = problems.map((problem, i): Answered => {
    const thumbnail = thumbnails[i] ?? null;
    if (problem !== null)
      return { thumbnail, class: null, probability: null, set: null, noneOfThese: false, problem };
    const { probabilities: own, strength } = given.next().value as ModelAnswer;
    assertFinite(own);
    const answer = answerOf(own, strength);
    const sets = calibration && predictionSet(own, calibration.scores, calibration.coverage);
    return {
      thumbnail,
      class: classes[answer.index]!,
      probability: own[answer.index]!,
      set: sets?.classes.map((k) => classes[k]!) ?? null,
      noneOfThese: answer.noneOfThese,
      problem: null,
    };
  });
  return { answers, inputs };
}

function progressOf(say: (message: FromChild) => Promise<void>) {
  const start = performance.now();
  let last = 0;
  return (rows: number, share: number): void => {
    const now = performance.now();
    if (now - last < EVERY) return;
    last = now;
    const secondsLeft = share > 0 ? ((now - start) / 1000) * (1 / share - 1) : null;
    void say({ kind: 'predicting', progress: { rows, share, secondsLeft } });
  };
}
