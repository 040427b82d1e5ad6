import { DomainError, foldCalibration, headOf, type ModelManifest } from '@kshot/domain';
import {
  type Backbone,
  type Classifier,
  chooseHead,
  chosenRule,
  type HeadSettings,
  matrix,
  namedInWords,
  parameterCount,
  readsMeaning,
  rowOf,
  splitHead,
  withFittedHead,
} from '@kshot/fewshot';
import { type Blobs, readModel, readSupport, writeModel, writeSupport } from '@kshot/store';
import { featuresBy, stackedRows } from '../features-by.js';
import type { BuiltModel, Question } from '../protocol.js';
import { calibrationOf, contentOf, packedPictures, picturesOf } from '../support-of.js';
import { examplesIn, type LessonExample, taught } from './lesson.js';

/** All examples are fitted on again each time. */
const MOST_TAUGHT = 5000;
/** Names of classes count as examples where that helps. */
const MOST_NAMED = 100;

/**
 * Fits the head of a model again, on the examples that it has and on new ones, and stores that as a model of its own. A model
 * whose examples are not kept gives its backbone alone. Throws DATA_ONE_CLASS, DATA_TOO_LARGE, BAD_INPUT.
 */
export async function teachModel(
  blobs: Blobs,
  { modelHash, lessonHash, add, correct }: Extract<Question, { kind: 'teach' }>,
): Promise<BuiltModel> {
  const { manifest, classifier } = await readModel(blobs, modelHash);
  const known = lessonHash ? await readSupport(blobs, lessonHash) : undefined;
  const backbone = backboneIn(classifier);
  const features = featuresBy(manifest, backbone);
  try {
    const inputs = add.map(({ input }) => input);
    const own = inputs.length > 0 ? await features.of(inputs) : matrix(0, 0);
    const pictures = await picturesOf(manifest, inputs);
    const added = add.map(
      ({ class: name, input }, i): LessonExample => ({
        class: name,
        features: rowOf(own, i),
        content: contentOf(input),
        row: -1,
        ...(pictures ? { picture: pictures.each[i] as Uint8Array } : {}),
      }),
    );
    const examples = taught(known ? examplesIn(known) : [], correct, added);
    const classes = [...new Set(examples.map((one) => one.class))].sort((a, b) =>
      a.localeCompare(b, 'en', { numeric: true }),
    );
    assertEnough(classes, examples.length);
    const support = {
      features: stackedRows(examples.map((one) => one.features)),
      labels: Int32Array.from(examples, (one) => classes.indexOf(one.class)),
      ways: classes.length,
    };
    const named = readsMeaning(manifest.input) && classes.length <= MOST_NAMED;
    const names = named
      ? await features.of(classes.map((name) => ({ text: namedInWords(name) })))
      : undefined;
    const settings = known?.head ?? headFor(manifest);
    const chosen = chooseHead(support, settings, manifest.input.modality, names);
    const model = withFittedHead(backbone, classes, chosen.head);
    const rule = chosenRule(support, chosen);
    const kept = examples.flatMap(({ picture }) => (picture ? [picture] : []));
    const shape = known?.pixels?.shape.slice(1) ?? pictures?.shape;
    const lesson = await writeSupport(blobs, {
      ...(rule ? { rule } : {}),
      head: settings,
      classes,
      features: support.features,
      labels: support.labels,
      contents: examples.map(({ content }) => content),
      rows: Int32Array.from(examples, ({ row }) => row),
      ...(kept.length > 0 && shape ? { pixels: packedPictures(kept, shape) } : {}),
    });
    const { format, input, source } = manifest;
    const whole: ModelManifest = {
      format,
      input,
      ...(source ? { source } : {}),
      network: model.network,
      classes,
      ...headOf(chosen),
    };
    return {
      stored: await writeModel(blobs, whole, model.weights),
      manifest: whole,
      parameterCount: parameterCount(model.network),
      lessonHash: lesson,
      supportHash: rule ? lesson : null,
      calibration: rule ? calibrationOf(rule, support) : foldCalibration(chosen),
    };
  } finally {
    features.release();
  }
}

/** What comes before the head; nothing where the head works on the columns themselves. */
function backboneIn(classifier: Classifier): Backbone {
  const split = splitHead(classifier);
  if (split) return split.backbone;
  throw new DomainError(
    'BAD_INPUT',
    'The model has no head that can be taken off. Start from another model.',
  );
}

function assertEnough(classes: readonly string[], examples: number): void {
  if (classes.length < 2)
    throw new DomainError(
      'DATA_ONE_CLASS',
      'At least two classes with examples are needed. Add another class with an example.',
    );
  if (examples > MOST_TAUGHT)
    throw new DomainError(
      'DATA_TOO_LARGE',
      `A model is taught at most ${MOST_TAUGHT} examples one by one. Import them as a data set and train on it.`,
    );
}

/** The head that a model begins with: a meta-model's own rule, ridge by nearness behind other backbones. */
function headFor({ meta }: ModelManifest): HeadSettings {
  const settings = { transform: 'NONE', penalty: 0 } as const;
  if (meta?.method === 'PROTONET') return { ...settings, method: 'CENTROID', metric: 'EUCLID' };
  return { ...settings, method: 'KERNEL_RIDGE' };
}
