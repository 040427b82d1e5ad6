import * as z from 'zod';
import { numberReading } from './number-reading.js';

export const modalities = ['IMAGE', 'TEXT', 'TABLE'] as const;
export type Modality = (typeof modalities)[number];

const classEntry = z.object({ name: z.string(), group: z.string().nullable(), count: z.number().int() });

const columnEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('NUMBER'),
    name: z.string(),
    missing: z.number().int(),
    mean: z.number(),
    deviation: z.number(),
    minimum: z.number(),
    maximum: z.number(),
    /** Stored values are the real ones less this; the figures above are of the real ones. */
    offset: z.number().optional(),
    reading: numberReading.optional(),
  }),
  z.object({
    kind: z.literal('CATEGORY'),
    name: z.string(),
    missing: z.number().int(),
    categories: z.array(z.string()),
  }),
  z.object({ kind: z.literal('TEXT'), name: z.string(), missing: z.number().int() }),
]);

const splitEntry = z.object({
  name: z.string(),
  seed: z.number().int(),
  /** Part number k of an example is parts[k]. */
  parts: z.array(z.string()),
});

/**
 * What a pack says of itself. Its arrays: `labels` [n] int32; `parts:NAME` [n] bytes for each split;
 * IMAGE `pixels` [n, height, width, channels] bytes; TEXT `utf8` bytes and `offsets` [n + 1] int32;
 * TABLE `column:INDEX` [n], float32 (NaN is missing) or int32 categories (−1 is missing), or of a column of texts `utf8:INDEX` and
 * `offsets:INDEX` (an empty one is missing).
 */
export const packManifest = z.object({
  format: z.literal('kshot-pack-1'),
  modality: z.enum(modalities),
  count: z.number().int(),
  classes: z.array(classEntry),
  splits: z.array(splitEntry),
  image: z
    .object({ height: z.number().int(), width: z.number().int(), channels: z.number().int() })
    .optional(),
  text: z.object({ meanCharacters: z.number(), maxCharacters: z.number().int() }).optional(),
  columns: z.array(columnEntry).optional(),
  warnings: z.array(z.string()),
  /**
   * Hashes of other packs that hold the content, of a version that lists rows of them instead of arrays of its own. Example i is
   * row `row`[i] of pack number `source`[i]; both int32, the unlabelled examples behind the labelled ones.
   */
  sources: z.array(z.string()).optional(),
  /** Examples without a class; `count`, labels and parts are without them. */
  unlabelled: z.number().int().optional(),
});
export type PackManifest = z.infer<typeof packManifest>;
export type PackColumn = z.infer<typeof columnEntry>;
export type PackClass = z.infer<typeof classEntry>;

export type Array1 = Uint8Array | Int32Array | Float32Array;
export interface PackArray {
  readonly shape: readonly number[];
  readonly values: Array1;
}
/** A version's examples, ready to be read by training: a manifest and named arrays. */
export interface Pack {
  readonly manifest: PackManifest;
  readonly arrays: Readonly<Record<string, PackArray>>;
}
