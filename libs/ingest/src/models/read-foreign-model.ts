import { open } from 'node:fs/promises';
import { DomainError } from '@kshot/domain';
import type { Archive, ArchiveEntry } from '../archives/archive.js';
import { openZip } from '../archives/open-zip.js';
import { pictureKindOf } from '../kinds/picture-kinds.js';
import { startsWith } from '../kinds/signature.js';
import type { ForeignModel } from './foreign-model.js';
import { isHuggingFace, readHuggingFace } from './hugging-face/read-hugging-face.js';
import { labelsIn } from './labels-in.js';
import { readTfjs } from './tfjs/read-tfjs.js';
import { asTwoClasses } from './two-classes.js';
import { withEntryFile } from './with-entry-file.js';

/** Models of other kinds, by how their files begin. */
const others: readonly { readonly name: string; readonly matches: (head: Buffer) => boolean }[] = [
  {
    name: 'a safetensors file without its model, or a damaged one',
    matches: (head) => head.subarray(5, 8).every((byte) => byte === 0) && head[8] === 0x7b,
  },
  { name: 'a GGUF model', matches: startsWith('GGUF') },
  { name: 'a TensorFlow Lite model', matches: startsWith('TFL3', 4) },
  { name: 'a PyTorch or pickle file', matches: (head) => head[0] === 0x80 && (head[1] ?? 9) <= 5 },
  {
    name: 'an ONNX model',
    // Protocol buffers: the version, below 32, then the name of who wrote it, the graph or its operators.
    matches: (head) =>
      head[0] === 0x08 &&
      (head[1] ?? 99) < 32 &&
      [0x12, 0x1a, 0x22, 0x2a, 0x32, 0x3a, 0x42].includes(head[2] ?? 0),
  },
];

/** A model that was trained elsewhere: a ZIP with a TensorFlow.js, Keras or Hugging Face model, a `.keras` or an `.h5` file. Throws DATA_FORMAT with what the file is. */
export async function readForeignModel(path: string): Promise<ForeignModel> {
  const head = await headOf(path);
  const other = others.find(({ matches }) => matches(head));
  if (other) throw unread(other.name);
  if (pictureKindOf(head)) throw unread('a picture');
  if (startsWith('\x89HDF')(head)) return asTwoClasses(await readHdf5(path));
  if (!startsWith('PK\x03\x04')(head)) throw unread();
  const archive = await openZip(path);
  try {
    const [model, labels] = [await archivedModel(archive), await labelsIn(archive)];
    return asTwoClasses(labels ? { ...model, classes: labels } : model);
  } finally {
    await archive.close();
  }
}

async function archivedModel(archive: Archive): Promise<ForeignModel> {
  const find = (name: RegExp): ArchiveEntry | undefined =>
    archive.entries.find((entry) => name.test(entry.name));
  if (find(/^config\.json$/) && find(/\.weights\.h5$/))
    return (await import('./keras/read-keras-archive.js')).readKerasArchive(archive);
  if (isHuggingFace(archive)) return readHuggingFace(archive);
  const keras = find(/\.keras$/i);
  if (keras) return withEntryFile(keras, readForeignModel);
  const hdf5 = find(/\.(h5|hdf5)$/i);
  if (hdf5) return withEntryFile(hdf5, readHdf5);
  if (find(/^data\.pkl$/)) throw unread('a PyTorch model');
  if (find(/\.(pt|pth|ckpt)$/i) || find(/^pytorch_model.*\.bin$/i))
    throw unread('an archive with a PyTorch model');
  if (find(/^model-\d+-of-\d+\.safetensors$/))
    throw unread('a Hugging Face model whose weights are in several files');
  if (find(/\.safetensors$/) || find(/^tokenizer\.json$/)) return readHuggingFace(archive);
  if (find(/^saved_model\.pb$/)) throw unread('a TensorFlow SavedModel');
  if (find(/\.onnx$/i)) throw unread('an archive with an ONNX model');
  return readTfjs(archive);
}

/** Loading the reader of HDF5 takes long, and few ask for it. */
const readHdf5 = async (path: string): Promise<ForeignModel> =>
  (await import('./keras/read-keras.js')).readKeras(path);

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const unread = (name?: string): DomainError =>
  new DomainError(
    'DATA_FORMAT',
    `${name ? `The file is ${name}, which cannot be read.` : 'The file is no model that can be read.'} Save the model as Keras (.keras or .h5), TensorFlow.js (model.json with its weights in a ZIP) or Hugging Face (config.json, tokenizer.json and model.safetensors in a ZIP).`,
  );
