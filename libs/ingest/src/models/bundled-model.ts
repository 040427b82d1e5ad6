import { openZip } from '../archives/open-zip.js';
import { withEntryFile } from './with-entry-file.js';

/** More bytes are not what Kshot wrote. */
const MOST_ANSWERING = 10_000;

/** Reads the model.safetensors of a ZIP in which a model was taken away from Kshot, and its answering.json; undefined where the file is not such a ZIP. */
export async function withBundledModel<T>(
  path: string,
  read: (file: string, answering?: string) => Promise<T>,
): Promise<T | undefined> {
  const archive = await openZip(path);
  try {
    const find = (name: string) => archive.entries.find((entry) => entry.name === name);
    const model = find('model.safetensors');
    // Folders of Hugging Face have a file of that name beside their settings.
    if (!model || !find('model-card.md') || find('config.json')) return undefined;
    const answering = find('answering.json');
    const text = answering && (await answering.head(MOST_ANSWERING)).toString();
    return await withEntryFile(model, (file) => read(file, text));
  } finally {
    await archive.close();
  }
}
