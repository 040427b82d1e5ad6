import type { ArchiveEntry } from '../archives/archive.js';
import { orDamaged } from '../archives/damaged-entry.js';
import { extensionOf } from '../kinds/picture-kinds.js';
import { isAboutData } from '../names/about-data.js';
import { quoteNames } from '../names/quote-names.js';
import { isMailName, isPageName } from './text-of-mail.js';

/** The texts of an archive and everything else in it. */
export interface TextEntries {
  readonly texts: readonly ArchiveEntry[];
  readonly others: readonly ArchiveEntry[];
  readonly notes: readonly string[];
}

/** Files called .txt, .md, .html or .eml in folders; where there are none, files in folders that have no extension and hold text, else those called .txt or .eml beside each other. */
export async function textEntries(entries: readonly ArchiveEntry[]): Promise<TextEntries> {
  const loose = entries.filter(({ name }) => !isAboutData(name));
  const inFolders = loose.filter(({ path }) => path.includes('/'));
  const called = inFolders.filter(isReadAsText);
  if (called.length > 0) return divided(entries, called, []);
  const found: ArchiveEntry[] = [];
  for (const entry of inFolders) if (hasNoExtension(entry) && (await holdsText(entry))) found.push(entry);
  if (found.length > 0) return divided(entries, found, [noteOn(found.map(({ path }) => path))]);
  return divided(entries, loose.filter(isReadAsText), []);
}

/** Whether a file is called as a plain text. */
export const isTextName = ({ name }: ArchiveEntry): boolean => ['txt', 'text'].includes(extensionOf(name));

/** Whether a file is called as one that is read as one text. */
export const isReadAsText = (entry: ArchiveEntry): boolean =>
  isTextName(entry) ||
  isMailName(entry.name) ||
  isPageName(entry.name) ||
  ['md', 'markdown'].includes(extensionOf(entry.name));

function divided(
  entries: readonly ArchiveEntry[],
  texts: readonly ArchiveEntry[],
  notes: readonly string[],
): TextEntries {
  const chosen = new Set(texts);
  return { texts, others: entries.filter((entry) => !chosen.has(entry)), notes };
}

/** No extension, or a number or hash in its place: 49960, msg.17, 00001.7c53336b. */
const hasNoExtension = ({ name }: ArchiveEntry): boolean =>
  /^([0-9a-f]*\d[0-9a-f]*)?$/.test(extensionOf(name));

/** Whether a file begins with text: no control characters but those of lines. */
async function holdsText(entry: ArchiveEntry): Promise<boolean> {
  const head = await orDamaged(() => entry.head(4096));
  return head?.every((byte) => byte >= 0x20 || [0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte)) ?? false;
}

const noteOn = (paths: readonly string[]): string =>
  paths.length === 1
    ? `1 file without an extension was read as a text: ${quoteNames(paths)}.`
    : `${paths.length} files without an extension were read as texts: ${quoteNames(paths)}.`;
