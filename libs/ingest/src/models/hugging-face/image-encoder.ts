import { DomainError } from '@kshot/domain';
import { vit } from '@kshot/fewshot';
import * as z from 'zod';
import { addBlocks } from './block-names.js';
import { blockSizes } from './block-sizes.js';
import { checkpoint, transformerWeights } from './checkpoint.js';
import { configOf, unsupported } from './config-of.js';
import type { ForeignArrays } from './foreign-arrays.js';
import { type ImageConfig, type ImageFamily, imageFamilies, side } from './image-families.js';
import { interpolatedPositions } from './interpolated-positions.js';
import { patchWeights } from './patch-weights.js';
import { addProjection, hasProjection } from './projection.js';
import { addQueryHead } from './query-head.js';
import type { ForeignBackbone } from './text-encoder.js';
import type { Tower } from './tower-of.js';

const colour = z.array(z.number()).length(3);
/** Bytes come to 0…1. */
const RESCALED = 1 / 255;
const processorConfig = z
  .object({
    do_rescale: z.literal(true).default(true),
    rescale_factor: z
      .number()
      .min(0.99 * RESCALED)
      .max(1.01 * RESCALED)
      .default(RESCALED),
    do_normalize: z.boolean().default(true),
    image_mean: colour.default([0.5, 0.5, 0.5]),
    image_std: z.array(z.number().min(0.001)).length(3).default([0.5, 0.5, 0.5]),
    crop_size: z.union([side, z.object({ height: side, width: side })]).optional(),
  })
  .transform((read) => (read.do_normalize ? read : { ...read, image_mean: [0, 0, 0], image_std: [1, 1, 1] }));
type Processor = z.output<typeof processorConfig>;

/** The vector that a vision transformer has for a picture of bytes. */
export function imageEncoderNetwork(
  { type, config, paired }: Tower,
  processor: unknown,
  arrays: ForeignArrays,
): ForeignBackbone {
  const family = imageFamilies[type] as ImageFamily;
  const c = configOf(type, family.config, config);
  const read = processorConfig.safeParse(processor);
  if (!read.success) throw unsupported(type, read.error);
  const sizes = blockSizes(type, c);
  const { width } = sizes;
  const from = checkpoint(arrays, `${family.patches}.weight`);
  const built = transformerWeights(from, width);
  const { weights, norm } = built;
  const kernel = from.array(`${family.patches}.weight`, [width, 3, c.patch_size, c.patch_size]);
  const bias = family.patchBias ? from.array(`${family.patches}.bias`, [width]) : undefined;
  Object.assign(weights, patchWeights(kernel, bias, read.data));
  if (family.first)
    weights['tokens/first'] = {
      ...from.array(family.first, family.batched ? [1, 1, width] : [width]),
      shape: [width],
    };
  const grid = gridOf(type, c.image_size, c.patch_size);
  const rows = grid * grid + (family.first ? 1 : 0);
  const positions = {
    ...from.array(family.positions, family.batched ? [1, rows, width] : [rows, width]),
    shape: [rows, width],
  };
  const shown = pictureSide(family, c, read.data);
  const shownGrid = gridOf(type, shown, c.patch_size);
  weights['tokens/positions'] =
    shownGrid === grid ? positions : interpolatedPositions(positions, grid, shownGrid);
  if (family.normFirst) norm('tokens_norm', family.normFirst);
  addBlocks(built, family.blocks, sizes);
  norm('last', family.last);
  if (family.head) addQueryHead(from, built, family.head, c);
  const projection =
    family.projection && c.projection_dim && (paired || hasProjection(arrays, family.projection))
      ? { name: family.projection, units: c.projection_dim }
      : undefined;
  if (projection) addProjection(built, arrays, projection.name, width, projection.units);
  const network = vit({
    ...sizes,
    side: shown,
    patch: c.patch_size,
    layerScale: family.blocks.scales !== undefined,
    normFirst: family.normFirst !== undefined,
    pooling: family.first ? 'FIRST' : 'QUERY',
    ...(projection ? { projection: projection.units } : {}),
  });
  return { network, weights };
}

/** Of a side how many patches fit beside each other. */
function gridOf(type: string, pixels: number, patch: number): number {
  if (patch <= pixels) return Math.floor(pixels / patch);
  throw new DomainError(
    'DATA_FORMAT',
    `The patches of this ${type} model (patch_size ${patch}) are larger than its pictures of ${pixels} pixels. Use config.json and preprocessor_config.json of the same model.`,
  );
}

/** As the model was trained, or as its processor cuts pictures where positions follow. */
function pictureSide(
  family: ImageFamily,
  { image_size }: ImageConfig,
  { crop_size: crop }: Processor,
): number {
  if (!family.interpolates || crop === undefined) return image_size;
  if (typeof crop === 'number') return crop;
  return crop.height === crop.width ? crop.height : image_size;
}
