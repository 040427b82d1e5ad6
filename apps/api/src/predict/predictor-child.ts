import { assertFinite, failureOf, type ModelManifest } from '@kshot/domain';
import { headPredictor, type ModelAnswer, type Predictor, predictor, splitHead } from '@kshot/fewshot';
import { encodeInputs } from '@kshot/ingest';
import { engine, loadBackend, threadsFor } from '@kshot/native';
import { openBlobs, readModel } from '@kshot/store';
import { buildModel } from './build-model.js';
import { calibrationScores } from './calibration-scores.js';
import { exportModel } from './export-model.js';
import { importForeign } from './import-foreign.js';
import type { Answer, Question, Result } from './protocol.js';
import { provenance } from './provenance.js';
import { sharedBackbone } from './shared-backbones.js';
import { teachModel } from './teach/teach-model.js';

/** Models that stay loaded; the one not used for longest goes first. */
const MOST_MODELS = 16;

/** Values of inputs that are held at once. */
const VALUES_AT_ONCE = 2 ** 24;
/** Memory beyond which models that are not in use are let go. */
const ROOMY = 1.5 * 1024 ** 3;

interface Loaded {
  readonly manifest: ModelManifest;
  readonly predictor: Predictor;
}
const models = new Map<string, Loaded>();

/** Ends where nobody listens: the API may be gone before this process has come up. */
const say = (answer: Answer): void =>
  void process.send?.(answer, undefined, undefined, (error) => error && process.exit(0));

process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined); // the API ends this process
const { threads, name, version, native, reason } = await loadBackend({ threads: threadsFor('inference') });
say({ backend: { name, version, native, reason, threads: threads.intra * threads.inter } });

process.on('message', ({ blobDir, question }: { blobDir: string; question: Question }) => {
  answer(blobDir, question).then(
    (result) => say({ result }),
    (error) => say({ failure: failureOf(error) }),
  );
});

async function answer(blobDir: string, question: Question): Promise<Result> {
  const blobs = await openBlobs(blobDir);
  switch (question.kind) {
    case 'teach':
      return teachModel(blobs, question);
    case 'build':
      return buildModel(blobs, question);
    case 'foreign':
      return importForeign(blobs, question);
    case 'provenance':
      return provenance(blobs, question);
    case 'calibrate': {
      const { manifest, predictor: model } = await loaded(blobDir, question.modelHash);
      return calibrationScores(blobs, manifest, model, question);
    }
    case 'saved-model':
      return exportModel(blobs, question.modelHash, native);
    case 'predict': {
      const { manifest, predictor: model } = await loaded(blobDir, question.modelHash);
      const answers: ModelAnswer[] = [];
      const atOnce = Math.max(1, Math.floor(VALUES_AT_ONCE / valuesOf(manifest)));
      for (let at = 0; at < question.inputs.length; at += atOnce) {
        const inputs = question.inputs.slice(at, at + atOnce);
        answers.push(...model.answers(await encodeInputs(manifest, inputs)));
      }
      for (const { probabilities } of answers) assertFinite(probabilities);
      return answers.map(({ probabilities, strength }) => ({
        strength,
        classes: probabilities.map((probability, k) => ({
          class: manifest.classes[k] as string,
          probability,
        })),
      }));
    }
  }
}

async function loaded(blobDir: string, hash: string): Promise<Loaded> {
  const known = models.get(hash) ?? (await load(blobDir, hash));
  models.delete(hash);
  models.set(hash, known); // now the last to go
  for (const [oldest, model] of models) {
    if (models.size <= MOST_MODELS && (models.size === 1 || process.memoryUsage.rss() < ROOMY)) break;
    model.predictor.dispose();
    models.delete(oldest);
  }
  return known;
}

async function load(blobDir: string, hash: string): Promise<Loaded> {
  const { manifest, classifier } = await readModel(await openBlobs(blobDir), hash);
  const split = manifest.head ? splitHead(classifier) : null;
  if (!split?.head || split.backbone.network.layers.length === 0)
    return { manifest, predictor: predictor(engine(), classifier) };
  const { runner, release } = sharedBackbone(split.backbone);
  const own = headPredictor(engine(), runner, split.head);
  const dispose = () => {
    own.dispose();
    release();
  };
  return { manifest, predictor: { ...own, dispose } };
}

const valuesOf = ({ network }: ModelManifest): number =>
  network.inputShape.reduce((product, size) => product * size, 1);
