import { languageShares } from '@kshot/fewshot';
import type { PackReader } from './pack-reader.js';

/** Texts that are looked at. */
const LOOKED_AT = 200;

/** Whether a pack holds texts that are mostly not English, in languages that a multilingual encoder may know. */
export async function isForeign(pack: PackReader): Promise<boolean> {
  const { modality, count: labelled, unlabelled = 0 } = pack.manifest;
  if (modality !== 'TEXT') return false;
  const count = labelled + unlabelled;
  const step = Math.max(1, Math.floor(count / LOOKED_AT));
  const rows = Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step);
  const texts = await Promise.all(rows.map(async (row) => new TextDecoder().decode(await pack.utf8(row))));
  return languageShares(texts).foreign > 0.5;
}
