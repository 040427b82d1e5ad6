import { type ImportRequest, limits } from '@kshot/domain';
import type { ArchiveEntry } from '../archives/archive.js';
import { orDamaged } from '../archives/damaged-entry.js';
import type { ImportResult, Report } from '../import-file.js';
import type { Arranged, ArrangedFile } from '../layout/arranged.js';
import { keptUnlabelled } from '../names/kept-unlabelled.js';
import type { Reason } from '../names/left-out.js';
import { buildPack } from '../pack/build-pack.js';
import { assertTwo, fullName } from '../pack/classes.js';
import { sameWords } from './near-texts.js';
import { packTexts } from './pack-texts.js';
import { textOfFile } from './text-of-mail.js';

const emptyText: Reason = { one: 'text is empty', many: 'texts are empty', advice: '' };
const damagedText: Reason = {
  one: 'text is damaged in the archive',
  many: 'texts are damaged in the archive',
  advice: 'Pack the archive again.',
};
const hugeText: Reason = {
  one: 'text is too large',
  many: 'texts are too large',
  advice: 'Split them to use them.',
};

/** Reads text files in class folders into a pack. */
export async function importTexts(
  { files, unlabelled, unlabelledWhy, leftOut, notes }: Arranged,
  request: ImportRequest,
  report: Report,
): Promise<ImportResult> {
  const texts: string[] = [];
  const kept: ArrangedFile[] = [];
  const names: string[] = [];
  const read = async (entry: ArchiveEntry): Promise<boolean> => {
    const huge = entry.bytes > limits.imageBytes;
    const text = huge ? undefined : (await orDamaged(() => textOfFile(entry)))?.trim();
    if (text === undefined) leftOut.add(huge ? hugeText : damagedText, entry.path);
    else if (text === '') leftOut.add(emptyText, entry.path);
    else {
      texts.push(text);
      names.push(entry.path);
    }
    return Boolean(text);
  };
  for (const [i, file] of files.entries()) {
    if (i % 100 === 0) report((0.9 * i) / files.length);
    if (await read(file.entry)) kept.push(file);
  }
  for (const entry of unlabelled) await read(entry);
  const warnings = [
    ...notes,
    ...leftOut.sentences(),
    ...keptUnlabelled(names.slice(kept.length), unlabelledWhy),
  ];
  assertTwo([...new Set(kept.map(fullName))], warnings, request);
  const content = packTexts(texts.length, (i) => ({ text: texts[i] as string, name: names[i] as string }));
  const pack = buildPack(
    {
      names,
      places: kept,
      keys: content.keys,
      near: sameWords(content.arrays),
      manifest: content.manifest,
      arrays: content.arrays,
      warnings: [...warnings, ...content.warnings],
    },
    request,
  );
  return { pack, names, keys: content.keys };
}
