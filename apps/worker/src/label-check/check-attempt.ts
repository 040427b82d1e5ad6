import { setImmediate as breathe } from 'node:timers/promises';
import {
  domainErrorsOf,
  type Finding,
  type FindingKind,
  findingsOf,
  type LabelCheckProgress,
  type LabelCheckReport,
  labelsOf,
} from '@kshot/domain';
import {
  backboneOf,
  checkLabels,
  type DuplicatesFound,
  findDuplicates,
  type LabelCheck,
  type Matrix,
} from '@kshot/fewshot';
import { loadBackend, threadsFor } from '@kshot/native';
import { type Blobs, readModel, readPack } from '@kshot/store';
import type { CheckTask, FromChild } from '../attempt/protocol.js';
import { headScorer } from '../evaluation/head-scorer.js';
import { packFeatures } from '../features/pack-features.js';
import { versionFeatures } from '../features/version-features.js';
import { contentHashes } from './content-hashes.js';

type Parent = Awaited<ReturnType<typeof readModel>>;
type Pack = Awaited<ReturnType<typeof readPack>>;
type Result = { readonly report: LabelCheckReport; readonly findings: Finding[] };

/** Looks for wrong labels and copies, saying how far it is. */
export async function checkAttempt(
  task: CheckTask,
  blobs: Blobs,
  say: (message: FromChild) => Promise<void>,
): Promise<void> {
  await loadBackend({ threads: threadsFor('convolutions') });
  const pack = await readPack(blobs, task.query.versionHash);
  const { modelHash } = task.query;
  const parent = modelHash ? await readModel(blobs, modelHash) : undefined;
  const checking = domainErrorsOf(() => check(task, pack, parent));
  let next = domainErrorsOf(() => checking.next());
  while (!next.done) {
    await say({ kind: 'checking', progress: next.value });
    await breathe();
    next = domainErrorsOf(() => checking.next());
  }
  await say({ kind: 'checked', ...next.value });
}

function* check(
  { blobDir, query }: CheckTask,
  pack: Pack,
  parent: Parent | undefined,
): Generator<LabelCheckProgress, Result> {
  const packHash = query.versionHash;
  const all = Int32Array.from({ length: pack.manifest.count }, (_, row) => row);
  const features: Matrix = parent
    ? yield* inPhase(
        'FEATURES',
        versionFeatures(blobDir, { pack, hash: packHash }, backboneOf(parent.classifier)),
      )
    : packFeatures(pack)(all, all);
  const duplicates = findDuplicates(features, contentHashes(pack));
  const scorer = yield* inPhase(
    'FEATURES',
    headScorer({ blobDir, pack, packHash, parent }, { settings: query.head }),
  );
  const labels = labelsOf(pack);
  const data = { labels, classes: pack.manifest.classes.length, duplicates };
  const found = yield* inPhase('FOLDS', checkLabels(scorer.units, data, query));
  const findings = findingsOf(found.suspicions, duplicates, labels);
  return { findings, report: reportOf(found, duplicates, findings) };
}

function* inPhase<T>(
  phase: LabelCheckProgress['phase'],
  work: Generator<{ readonly done: number; readonly total: number }, T>,
): Generator<LabelCheckProgress, T> {
  let next = work.next();
  for (; !next.done; next = work.next()) yield { phase, done: next.value.done, total: next.value.total };
  return next.value;
}

function reportOf(
  { suspicions, accuracy, worth, pairs }: LabelCheck,
  { threshold }: DuplicatesFound,
  findings: readonly Finding[],
): LabelCheckReport {
  const count = (kind: FindingKind) => findings.filter((finding) => finding.kind === kind).length;
  const counts = {
    CONFLICTING_COPY: count('CONFLICTING_COPY'),
    WRONG_LABEL: count('WRONG_LABEL'),
    COPY: count('COPY'),
  };
  return { judged: suspicions.length, accuracy, counts, copyThreshold: threshold, worth, pairs };
}
