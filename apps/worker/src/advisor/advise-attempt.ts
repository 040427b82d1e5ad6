import { readFileSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { labelsOf, type Pack, partsOf, rawExamples, root } from '@kshot/domain';
import { type AdvisorRecord, calibrationOf, languageShares, probePlans, START_SECONDS } from '@kshot/fewshot';
import { loadBackend, threadsFor } from '@kshot/native';
import { type Blobs, readPack } from '@kshot/store';
import type { AdviseTask, FromChild } from '../attempt/protocol.js';
import { adviceOf, type Known } from './advice-of.js';
import { stepsOf } from './probing-steps.js';
import { seenRows } from './seen-rows.js';
import { takeSteps } from './take-steps.js';
import { trainedOption } from './trained-option.js';

const RECORDS = new URL('models/advisor/records.json', root);
const SEED = 1;

/**
 * Says what to do with a version: at once by what is known of other data sets, then by what heads do on its training part, as
 * far as there is time to try them.
 */
export async function adviseAttempt(
  task: AdviseTask,
  blobs: Blobs,
  say: (message: FromChild) => Promise<void>,
): Promise<void> {
  const begun = performance.now();
  await loadBackend({ threads: threadsFor('convolutions') });
  const pack = await readPack(blobs, task.packHash);
  const classes = pack.manifest.classes.length;
  const labels = labelsOf(pack);
  const { train = new Int32Array() } = partsOf(pack, task.split);
  const seen = seenRows(train, labels, classes);
  const truth = seen.map((row) => labels[row] as number);
  const known = knownBesides(pack, task.uploadHash);
  const support = { labels: truth, ways: classes, plans: probePlans(truth, classes, SEED) };
  const { options, steps } = await stepsOf({
    task,
    blobs,
    pack,
    seen,
    support,
    isForeign: known.records.length === 0,
  });
  const trained = trainedOption(pack, seen);
  const advice = () => {
    const looked = {
      modality: pack.manifest.modality,
      classes,
      examples: seen.length,
      options: [...options, trained].map((option) => ({
        ...option,
        seconds: option.seconds + START_SECONDS,
      })),
    };
    return adviceOf(looked, known, task.budget);
  };
  const tell = async (doing: string, secondsLeft: number): Promise<void> => {
    const done = options.filter(({ hits }) => hits).length;
    const progress = { doing, done, total: options.length, secondsLeft };
    await say({ kind: 'advising', progress, soFar: advice() });
    await breathe();
  };
  await takeSteps(steps, tell, { begun, clock: () => performance.now() });
  await say({ kind: 'advised', advice: advice() });
}

/** What other data sets say; the rows of the version's own file do not count. */
function knownBesides(pack: Pack, uploadHash: string): Known {
  const { records } = JSON.parse(readFileSync(RECORDS, 'utf8')) as { records: AdvisorRecord[] };
  const others = isLikeOthers(pack) ? records.filter(({ hash }) => !uploadHash.startsWith(hash)) : [];
  return { records: others, widths: calibrationOf(others) };
}

/** The other data sets of texts are English, as are the encoders: they tell nothing of texts in other languages. */
function isLikeOthers(pack: Pack): boolean {
  const raw = rawExamples(pack);
  return raw.modality !== 'TEXT' || languageShares(raw.texts).english > 0.5;
}
