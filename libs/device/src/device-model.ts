import {
  type AnswerSettings,
  answerRule,
  classifierOf,
  decodeArrays,
  type ModelManifest,
} from '@kshot/domain/browser';
import { encodeExamples, patientPredictor } from '@kshot/fewshot';
import { ready, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import { pixelsOf } from './pixels-of.js';

/** What counts for the answers of a model beside its file. */
export interface DeviceSettings extends AnswerSettings {
  readonly sureness: NonNullable<ModelManifest['sureness']> | null;
}

export interface DeviceAnswer {
  readonly class: string;
  readonly probability: number;
  readonly noneOfThese: boolean;
  /** The likeliest five, the likeliest first. */
  readonly probabilities: { class: string; probability: number }[];
}

/** A model that answers in this browser. */
export interface DeviceModel {
  readonly classes: readonly string[];
  /** `report` gets the share that is done where it takes long, and what it throws ends the answer. Throws RangeError on a picture that the browser cannot read. */
  answer(photo: Blob, report?: (share: number) => void): Promise<DeviceAnswer>;
}

/**
 * Makes the safetensors file of a model of pictures ready to answer in a browser: on the graphics processor, or in JavaScript where
 * there is none. Answers differ from the server's by how the browser scales photos, and by rounding. Throws RangeError on a file that cannot be read.
 */
export async function deviceModel(file: Uint8Array, settings: DeviceSettings): Promise<DeviceModel> {
  const { metadata, arrays } = decodeArrays(file);
  const manifest = JSON.parse(metadata.manifest ?? 'null') as ModelManifest;
  const { classes, input, source } = manifest;
  const shape = source ?? input;
  if (!('height' in shape)) throw new RangeError('The model takes no pictures.');
  if (!(await setBackend('webgl'))) await setBackend('cpu');
  await ready();
  const model = patientPredictor(classifierOf(manifest, arrays));
  const answerOf = answerRule({ classes, sureness: settings.sureness ?? undefined }, settings);
  return {
    classes,
    async answer(photo, report = () => undefined) {
      const images = { ...shape, pixels: await pixelsOf(photo, shape) };
      const given = await model.answer(encodeExamples(input, { modality: 'IMAGE', images }, [0]), report);
      const { index, noneOfThese } = answerOf(given.probabilities, given.strength);
      const all = classes.map((name, k) => ({ class: name, probability: given.probabilities[k] as number }));
      return {
        class: classes[index] as string,
        probability: given.probabilities[index] as number,
        noneOfThese,
        probabilities: all.sort((a, b) => b.probability - a.probability).slice(0, 5),
      };
    },
  };
}
