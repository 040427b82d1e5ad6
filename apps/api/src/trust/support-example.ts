import { cellsOf, readSupport, textOf } from '@kshot/store';
import type { Context } from '../context.js';
import { address } from '../http/address.js';
import type { SupportExample } from './trust.type.js';

type Support = Awaited<ReturnType<typeof readSupport>>;

/** What can be shown of one example of a model: kept beside it where it came by itself, in the model's version otherwise. */
export async function supportExample(
  { loaders }: Context,
  { hash, versionId }: { readonly hash: string; readonly versionId: string | null },
  { classes, labels, contents, pixels, rows }: Support,
  index: number,
): Promise<SupportExample> {
  const named = { index, class: classes[labels[index]!]! };
  const place = rows?.[index] ?? -1;
  if (place < 0)
    return {
      ...named,
      imageUrl: pixels ? address(`/files/supports/${hash}/${picturesBefore(rows, index)}.png`) : null,
      text: contents[index]?.text ?? null,
      row: contents[index]?.row ?? null,
    };
  const version = versionId ? await loaders.version.load(versionId) : null;
  if (!version?.hash) return { ...named, imageUrl: null, text: null, row: null };
  const pack = await loaders.pack.load(version.hash);
  const picture =
    version.modality === 'IMAGE' ? address(`/files/examples/${version.hash}/${place}.png`) : null;
  return {
    ...named,
    imageUrl: picture,
    text: await textOf(pack, place),
    row: await cellsOf(pack, place),
  };
}

/** Pictures that are kept are those of examples that came by themselves. */
const picturesBefore = (rows: Int32Array | undefined, index: number): number =>
  rows ? rows.subarray(0, index).filter((row) => row < 0).length : index;
