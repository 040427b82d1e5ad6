import { readFileSync } from 'node:fs';
import path from 'node:path';
import { upload } from '../data-sets.js';
import { type Kshot, root } from '../kshot.js';

/** The id of a starter that ships in models/, once it is imported. */
export async function starter(kshot: Kshot, folder: string, name = folder): Promise<string> {
  const file = readFileSync(path.join(root, 'models', folder, 'model.safetensors'));
  const uploadId = await upload(kshot, 'model.safetensors', file);
  const { importModel } = await kshot.ask<{ importModel: { id: string } }>(
    'mutation ($input: ImportModelInput!) { importModel(input: $input) { id } }',
    { input: { uploadId, name } },
  );
  return importModel.id;
}
