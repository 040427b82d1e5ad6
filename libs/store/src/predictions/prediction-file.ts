import { open } from 'node:fs/promises';
import { decodeArrays, encodeArrays, type PredictedRow } from '@kshot/domain';
import type { Blobs } from '../blobs/blobs.js';

/** What filters and orders of the rows of a prediction need, by row. */
export interface PredictionIndex {
  /** Bytes of each row in the result. */
  readonly bytes: Int32Array;
  /** Predicted class; −1 where the row could not be read. */
  readonly classes: Int32Array;
  /** Given class; −1 where there is none, −2 where the model does not know it. */
  readonly labels: Int32Array;
  readonly probabilities: Float32Array;
  /** 1 where the answer is none of the classes; predictions before 0.2 do not say. */
  readonly none?: Int32Array;
}

export async function writePredictionIndex(blobs: Blobs, index: PredictionIndex): Promise<string> {
  const arrays = Object.fromEntries(
    Object.entries(index).map(([name, values]) => [name, { shape: [values.length], values }]),
  );
  return (await blobs.write(encodeArrays({ metadata: {}, arrays }))).hash;
}

export async function readPredictionIndex(blobs: Blobs, hash: string): Promise<PredictionIndex> {
  const { arrays } = decodeArrays(await blobs.read(hash));
  const { bytes, classes, labels, probabilities, none } = arrays;
  return {
    bytes: bytes!.values as Int32Array,
    classes: classes!.values as Int32Array,
    labels: labels!.values as Int32Array,
    probabilities: probabilities!.values as Float32Array,
    ...(none && { none: none.values as Int32Array }),
  };
}

/** Some rows of a result, a JSON text on each line, by where they begin and how long they are. */
export async function readPredictedRows(
  blobs: Blobs,
  hash: string,
  ranges: readonly { readonly at: number; readonly bytes: number }[],
): Promise<PredictedRow[]> {
  const file = await open(blobs.path(hash));
  try {
    return await Promise.all(
      ranges.map(async ({ at, bytes }) => {
        const { buffer } = await file.read(Buffer.alloc(bytes), 0, bytes, at);
        return JSON.parse(buffer.toString('utf8')) as PredictedRow;
      }),
    );
  } finally {
    await file.close();
  }
}
