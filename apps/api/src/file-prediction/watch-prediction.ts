import { hasEnded } from '@kshot/domain';
import type { Context } from '../context.js';
import { found } from '../schema/find.js';
import { watch } from '../schema/watch.js';
import { type FilePrediction, presentFilePrediction } from './file-prediction.type.js';

/** The prediction now and after each change; ends with it. */
export async function* watchPrediction(
  { store, listener, loaders }: Context,
  id: string,
): AsyncGenerator<FilePrediction> {
  let last = '';
  yield* watch(listener, 'prediction', id, async () => {
    const row = await found('prediction', id, (key) =>
      store.prisma.prediction.findUnique({ where: { id: key } }),
    );
    loaders.task.clear(id);
    const task = await loaders.task.load(id);
    const seen = JSON.stringify([row.status, task?.progress]);
    const changed = seen !== last;
    last = seen;
    return { values: changed ? [presentFilePrediction(row)] : [], end: hasEnded(row.status) };
  });
}
