import { softmaxOfRows } from '../../heads/algebra/softmax.js';

/** [n, classes] scores → [n · classes] softmax of each row. */
export const softmaxRows = (scores: Parameters<typeof softmaxOfRows>[0]): Float32Array =>
  Float32Array.from(softmaxOfRows(scores).values);
