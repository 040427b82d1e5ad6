import {
  type ChosenHead,
  type Classifier,
  headKind,
  type InputSpec,
  type MetaModel,
  type MetaSettings,
  type Network,
  sentenceEncoderNames,
  surenessOf,
  twoClassesOf,
} from '@kshot/fewshot';
import * as z from 'zod';
import { numberReading } from './number-reading.js';

const numberColumn = z.object({
  kind: z.literal('NUMBER'),
  name: z.string(),
  mean: z.number(),
  deviation: z.number(),
  flagMissing: z.boolean(),
  offset: z.number().optional(),
  reading: numberReading.optional(),
  cycles: z.array(z.number()).readonly().optional(),
});
const categoryColumn = z.object({
  kind: z.literal('CATEGORY'),
  name: z.string(),
  categories: z.array(z.string()).readonly(),
});
const textColumn = z.object({
  kind: z.literal('TEXT'),
  name: z.string(),
  encoder: z.enum(sentenceEncoderNames),
  components: z
    .array(z.object({ direction: z.base64().max(4096), mean: z.number(), deviation: z.number() }))
    .readonly(),
  flagMissing: z.boolean(),
});
const inputSpec = z.discriminatedUnion('modality', [
  z.object({
    modality: z.literal('IMAGE'),
    height: z.number(),
    width: z.number(),
    channels: z.number(),
    frame: z.literal('INK').optional(),
  }),
  z.object({
    modality: z.literal('TEXT'),
    features: z.number(),
    encoder: z.enum(sentenceEncoderNames).optional(),
    tokenizer: z.string().optional(),
  }),
  z.object({
    modality: z.literal('TABLE'),
    columns: z.array(z.discriminatedUnion('kind', [numberColumn, categoryColumn, textColumn])).readonly(),
  }),
]) satisfies z.ZodType<InputSpec>;

/** What a stored model says of itself, beside its weights. */
export const modelManifest = z.object({
  format: z.literal('kshot-model-1'),
  input: inputSpec,
  /** Pictures are first brought to this shape, the data set's own, then to the network's. */
  source: z.object({ height: z.number(), width: z.number(), channels: z.number() }).optional(),
  network: z.custom<Network>(
    (value) => typeof value === 'object' && value !== null && Array.isArray((value as Network).layers),
  ),
  /** Empty for a meta-model, which builds classifiers of other classes. */
  classes: z.array(z.string()),
  /** Which head was fitted on the backbone's features, where one was. */
  head: z.string().optional(),
  /** The heads that it was chosen among, and what held-out examples said of each. */
  comparedHeads: z
    .array(
      z.object({
        method: z.string(),
        /** Whether its encoder was tuned, where that was tried. */
        encoder: z.enum(['TUNED', 'UNTUNED']).optional(),
        accuracy: z.number(),
        low: z.number(),
        high: z.number(),
        /** Without it, what has the head's method was chosen. */
        chosen: z.boolean().optional(),
      }),
    )
    .readonly()
    .optional(),
  /** What its logits were divided by, fitted on so many held-out examples. */
  scaling: z.object({ temperature: z.number(), examples: z.number() }).optional(),
  /** What held-out examples say of answering only when sure, all answered first. */
  sureness: z
    .array(z.object({ strength: z.number(), answered: z.number(), accuracy: z.number() }))
    .min(1)
    .optional(),
  /** What held-out examples say of every threshold, of a model with two classes. */
  twoClasses: z
    .object({
      positives: z.number(),
      negatives: z.number(),
      areaUnderRoc: z.number(),
      averagePrecision: z.tuple([z.number(), z.number()]).readonly(),
      points: z
        .array(z.object({ threshold: z.number(), truePositives: z.number(), falsePositives: z.number() }))
        .min(1)
        .readonly(),
      /** Some held-out examples, the least sure first: how strong the answer is, the second class's probability, and whether it is that. */
      examples: z
        .array(z.tuple([z.number(), z.number(), z.union([z.literal(0), z.literal(1)])]).readonly())
        .readonly()
        .optional(),
    })
    .optional(),
  /** What shuffled columns cost on the test part, of a model of tables. */
  importance: z
    .object({
      accuracy: z.number(),
      examples: z.number(),
      repeats: z.number(),
      columns: z.array(z.object({ name: z.string(), lost: z.number(), deviation: z.number() })).readonly(),
    })
    .optional(),
  meta: z.custom<MetaSettings>((value) => typeof value === 'object' && value !== null).optional(),
});
export type ModelManifest = z.infer<typeof modelManifest>;

/** What is known of a head that was chosen; votes have no logits that tell how sure they are. */
export function headOf({
  settings,
  heldOut,
  temperature,
  compared,
}: ChosenHead): Pick<ModelManifest, 'head' | 'comparedHeads' | 'scaling' | 'sureness' | 'twoClasses'> {
  if (!heldOut) return { head: settings.method };
  const { strengths, hits, margins } = heldOut;
  const two = margins && twoClassesOf(heldOut, margins, temperature);
  return {
    head: settings.method,
    ...(compared ? { comparedHeads: compared } : {}),
    ...(headKind(settings.method).votes ? {} : { scaling: { temperature, examples: heldOut.labels.length } }),
    sureness: surenessOf(strengths, hits),
    ...(two ? { twoClasses: two } : {}),
  };
}

/** A manifest and its weights together are a classifier. */
export const classifierOf = (manifest: ModelManifest, weights: Classifier['weights']): Classifier => ({
  input: manifest.input,
  network: manifest.network,
  classes: manifest.classes,
  weights,
});

/** A meta-model, or undefined where the stored model is a classifier. */
export const metaModelOf = (
  { meta, input, network }: ModelManifest,
  weights: Classifier['weights'],
): MetaModel | undefined => meta && { settings: meta, input, network, weights };
