import { readFile } from 'node:fs/promises';
import { root } from '@kshot/domain';
import type { Model, Store } from '@kshot/store';
import type { Zippable } from 'fflate';

/** Bytes of a model that browsers load. */
const MOST_BYTES = 32 * 1024 ** 2;

const PAGE = new URL('apps/api/assets/sample-page.html', root);
const SCRIPT = new URL('libs/device/dist/sample.min.js', root);

/** Whether browsers can answer by themselves: models of whole pictures, small enough to be sent. */
export const answersOnDevice = ({ bytes, manifest: { classes, input } }: Model): boolean =>
  input.modality === 'IMAGE' && input.frame === undefined && classes.length > 0 && bytes <= MOST_BYTES;

/** What counts for a model's answers beside its file. */
export const deviceSettings = ({ answered, decision, manifest }: Model) => ({
  answered,
  decision,
  sureness: manifest.sureness ?? null,
});

/** A page that answers by itself, opened by a double-click or from any server; the model is in a script, since pages that are opened so read no other files. */
export async function samplePage({ blobs }: Store, row: Model): Promise<Zippable> {
  const file = (await readFile(blobs.path(row.hash))).toString('base64');
  const model = JSON.stringify({ name: row.name, settings: deviceSettings(row), file });
  return {
    'sample-page/index.html': await readFile(PAGE),
    'sample-page/kshot.js': await readFile(SCRIPT),
    'sample-page/model.js': Buffer.from(`const MODEL = ${model};\n`),
  };
}
