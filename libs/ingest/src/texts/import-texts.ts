import { type ImportRequest, limits } from '@kshot/domain';
import type { ImportResult, Report } from '../import-file.js';
import type { Arranged, ArrangedFile } from '../layout/arranged.js';
import type { Reason } from '../names/left-out.js';
import { buildPack } from '../pack/build-pack.js';
import { assertTwo, fullName } from '../pack/classes.js';
import { decodeWhole } from './decode-text.js';
import { packTexts } from './pack-texts.js';

const emptyText: Reason = { one: 'text is empty', many: 'texts are empty', advice: '' };
const hugeText: Reason = {
  one: 'text is too large',
  many: 'texts are too large',
  advice: 'Split them to use them.',
};

/** Reads text files in class folders into a pack. */
export async function importTexts(
  { files, leftOut, notes }: Arranged,
  request: ImportRequest,
  report: Report,
): Promise<ImportResult> {
  const texts: string[] = [];
  const kept: ArrangedFile[] = [];
  for (const [i, file] of files.entries()) {
    if (i % 100 === 0) report((0.9 * i) / files.length);
    const text = file.entry.bytes > limits.imageBytes ? undefined : (await decodeWhole(file.entry)).trim();
    if (text === undefined) leftOut.add(hugeText, file.entry.path);
    else if (text === '') leftOut.add(emptyText, file.entry.path);
    else {
      texts.push(text);
      kept.push(file);
    }
  }
  const warnings = [...notes, ...leftOut.sentences()];
  assertTwo([...new Set(kept.map(fullName))], warnings);
  const names = kept.map(({ entry }) => entry.path);
  const content = packTexts(texts.length, (i) => ({ text: texts[i] as string, name: names[i] as string }));
  const pack = buildPack(
    {
      names,
      places: kept,
      keys: content.keys,
      manifest: content.manifest,
      arrays: content.arrays,
      warnings: [...warnings, ...content.warnings],
    },
    request,
  );
  return { pack, names, keys: content.keys };
}
