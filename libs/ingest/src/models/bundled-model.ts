import { openZip } from '../archives/open-zip.js';
import { withEntryFile } from './with-entry-file.js';

/** Reads the model.safetensors of a ZIP in which a model was taken away from Kshot; undefined where the file is no such ZIP. */
export async function withBundledModel<T>(
  path: string,
  read: (file: string) => Promise<T>,
): Promise<T | undefined> {
  const archive = await openZip(path);
  try {
    const find = (name: string) => archive.entries.find((entry) => entry.name === name);
    const model = find('model.safetensors');
    // Folders of Hugging Face have a file of that name beside their settings.
    return model && find('model-card.md') && !find('config.json')
      ? await withEntryFile(model, read)
      : undefined;
  } finally {
    await archive.close();
  }
}
