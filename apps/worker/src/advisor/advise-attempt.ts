import { readFileSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { domainErrorsOf, labelsOf, type Pack, partsOf, rawExamples, root } from '@kshot/domain';
import {
  type AdvisorRecord,
  type HeadArm,
  headArms,
  languageShares,
  type ProbePlans,
  probeFeatures,
  probePlans,
  START_SECONDS,
} from '@kshot/fewshot';
import { loadBackend, threadsFor } from '@kshot/native';
import { type Blobs, readModel, readPack } from '@kshot/store';
import type { AdviseTask, FromChild } from '../attempt/protocol.js';
import { adviceOf } from './advice-of.js';
import { headCosts, type ProbedOption } from './probed-option.js';
import { seenRows } from './seen-rows.js';
import { modelSource, plainSource, type Source } from './source.js';
import { titleOf } from './title-of.js';
import { trainedOption } from './trained-option.js';

const RECORDS = new URL('models/advisor/records.json', root);
const SEED = 1;

/** Tries every head that is cheap enough on the training part, and says what to do with the version. */
export async function adviseAttempt(
  task: AdviseTask,
  blobs: Blobs,
  say: (message: FromChild) => Promise<void>,
): Promise<void> {
  await loadBackend({ threads: threadsFor('convolutions') });
  const begun = performance.now();
  const pack = await readPack(blobs, task.packHash);
  const classes = pack.manifest.classes.length;
  const labels = labelsOf(pack);
  const { train = new Int32Array() } = partsOf(pack, task.split);
  const seen = seenRows(train, labels, classes);
  const truth = seen.map((row) => labels[row] as number);
  const plans = probePlans(truth, classes, SEED);
  const arms = headArms[pack.manifest.modality];
  const onFeatures = arms.filter(({ source }) => source === 'FEATURES');
  const plain = arms.filter(({ source }) => source === 'PLAIN');
  const total = plain.length + onFeatures.length * task.models.length;
  const options: ProbedOption[] = [];
  const { records } = JSON.parse(readFileSync(RECORDS, 'utf8')) as { records: AdvisorRecord[] };
  const others = isLikeOthers(pack) ? records.filter(({ hash }) => !task.uploadHash.startsWith(hash)) : [];
  const advice = () => {
    const looked = {
      modality: pack.manifest.modality,
      classes,
      examples: seen.length,
      options: options.map((option) => ({ ...option, seconds: option.seconds + START_SECONDS })),
    };
    return adviceOf(looked, others, task.budget);
  };
  const tell = async (doing: string): Promise<void> => {
    const done = options.length;
    const spent = (performance.now() - begun) / 1000;
    const secondsLeft = done > 0 ? (spent / done) * (total - done) : null;
    const soFar = done > 0 ? advice() : null;
    await say({ kind: 'advising', progress: { doing, done, total, secondsLeft }, soFar });
    await breathe();
  };
  const tryOut = async (some: readonly HeadArm[], source: Source, model?: AdviseTask['models'][number]) => {
    for (const arm of some) {
      const title = model ? `${titleOf(arm)} · ${model.name}` : titleOf(arm);
      await tell(title);
      options.push(optionOf(arm, title, source, { labels: truth, ways: classes, plans }, model?.id ?? null));
    }
  };
  await tryOut(plain, plainSource(pack, seen));
  for (const model of onFeatures.length > 0 ? task.models : []) {
    const parent = await readModel(blobs, model.hash);
    const making = modelSource(task.blobDir, { pack, hash: task.packHash }, seen, parent);
    let next = domainErrorsOf(() => making.next());
    while (!next.done) {
      await tell(`Features of ${model.name}: ${next.value.done} of ${next.value.total} examples`);
      next = domainErrorsOf(() => making.next());
    }
    await tryOut(onFeatures, next.value, model);
  }
  options.push(trainedOption(pack, seen));
  await say({ kind: 'advised', advice: advice() });
}

function optionOf(
  { kind, candidate }: HeadArm,
  title: string,
  source: Source,
  support: { readonly labels: Int32Array; readonly ways: number; readonly plans: ProbePlans | undefined },
  modelId: string | null,
): ProbedOption {
  const { name: _, ...options } = candidate;
  const hits = support.plans && probeFeatures(source.features, candidate, support.plans);
  return {
    kind,
    technique: 'TRANSFER',
    method: options.method,
    title,
    modelId,
    options: { ...options },
    ...headCosts(candidate, source, support),
    ...(hits ? { hits } : {}),
  };
}

/** The other data sets of texts are English, as are the encoders: they tell nothing of texts in other languages. */
function isLikeOthers(pack: Pack): boolean {
  const raw = rawExamples(pack);
  return raw.modality !== 'TEXT' || languageShares(raw.texts).english > 0.5;
}
