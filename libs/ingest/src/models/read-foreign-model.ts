import { isZip } from '../kinds/open-file.js';
import { type KerasModel, readKeras } from './keras/read-keras.js';
import { readTfjs } from './tfjs/read-tfjs.js';

/** A classifier that was trained elsewhere: a ZIP with a TensorFlow.js layers or graph model, or a Keras `.h5` file. */
export const readForeignModel = async (path: string): Promise<KerasModel> =>
  (await isZip(path)) ? readTfjs(path) : readKeras(path);
