import { isZip } from './import-file.js';
import { type KerasModel, readKeras } from './keras/read-keras.js';
import { readTfjsLayers } from './tfjs/read-tfjs-layers.js';

/** A classifier that was trained elsewhere: a ZIP with a TensorFlow.js layers model, or a Keras `.h5` file. */
export const readForeignModel = async (path: string): Promise<KerasModel> =>
  (await isZip(path)) ? readTfjsLayers(path) : readKeras(path);
