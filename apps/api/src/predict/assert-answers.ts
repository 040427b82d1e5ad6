import { classifierOf, DomainError, type ModelManifest } from '@kshot/domain';
import { type Classifier, encodeExamples, missingCell, predictor, type RawExamples } from '@kshot/fewshot';
import { engine } from '@kshot/native';

/** Products of such values are still finite in float32. */
const LARGEST = 1e19;

/** Thresholds of trees are compared with features and never multiplied; at a leaf they are below every number. */
const isCompared = (name: string): boolean => name.endsWith('/splits');

/** Asks a model about one empty example, so that what would fail at every use fails at its import. */
export function assertAnswers(manifest: ModelManifest, weights: Classifier['weights']): void {
  const { input, network, classes } = manifest;
  const { shape, values } = encodeExamples(input, emptyExample(manifest), Int32Array.of(0));
  if (shape.slice(1).join() !== network.inputShape.join())
    throw broken(
      `its network takes ${network.inputShape.join(' x ')} values and its examples have ${shape.slice(1).join(' x ')}`,
    );
  if (!Object.values(weights).every((array) => array.values.every(Number.isFinite)))
    throw broken('its weights hold values that are not numbers');
  const multiplied = Object.entries(weights).filter(([name]) => !isCompared(name));
  if (!multiplied.every(([, array]) => array.values.every((value) => Math.abs(value) <= LARGEST)))
    throw broken('its weights hold values that are too large for float32');
  if (manifest.meta) return; // answers only through the sub-models that it builds
  const model = predictor(engine(), classifierOf(manifest, weights));
  try {
    const [answer] = model.probabilities({ shape, values });
    if (answer?.length !== classes.length || !answer.every(Number.isFinite))
      throw broken('its answers are not probabilities of its classes');
  } finally {
    model.dispose();
  }
}

function emptyExample({ input, source }: ModelManifest): RawExamples {
  switch (input.modality) {
    case 'TEXT':
      return { modality: 'TEXT', texts: [''] };
    case 'TABLE':
      return {
        modality: 'TABLE',
        columns: input.columns.map(missingCell),
      };
    case 'IMAGE': {
      const { height, width, channels } = source ?? input;
      return {
        modality: 'IMAGE',
        images: { height, width, channels, pixels: new Uint8Array(height * width * channels) },
      };
    }
  }
}

const broken = (why: string): DomainError =>
  new DomainError('DATA_FORMAT', `The model file is incomplete: ${why}. Export it again.`);
