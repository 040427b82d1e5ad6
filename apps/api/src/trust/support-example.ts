import { cellsOf, readSupport, textOf } from '@kshot/store';
import type { Context } from '../context.js';
import type { Prediction } from '../predict/predict.type.js';
import type { SupportExample } from './trust.type.js';

type Support = Awaited<ReturnType<typeof readSupport>>;

/** What can be shown of one support example: kept with a sub-model, in its version of a transferred model. */
export async function supportExample(
  { loaders }: Context,
  { supportHash, versionId }: Prediction['model'],
  { classes, labels, contents, pixels, rows }: Support,
  index: number,
): Promise<SupportExample> {
  const named = { index, class: classes[labels[index]!]! };
  if (!rows)
    return {
      ...named,
      imageUrl: pixels ? `/files/supports/${supportHash}/${index}.png` : null,
      text: contents[index]?.text ?? null,
      row: contents[index]?.row ?? null,
    };
  const version = versionId ? await loaders.version.load(versionId) : null;
  if (!version?.hash) return { ...named, imageUrl: null, text: null, row: null };
  const pack = await loaders.pack.load(version.hash);
  const place = rows[index]!;
  const picture = version.modality === 'IMAGE' ? `/files/examples/${version.hash}/${place}.png` : null;
  return {
    ...named,
    imageUrl: picture,
    text: await textOf(pack, place),
    row: await cellsOf(pack, place),
  };
}
