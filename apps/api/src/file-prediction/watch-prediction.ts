import { hasEnded } from '@kshot/domain';
import type { Context } from '../context.js';
import { watchTask } from '../schema/watch-task.js';
import { presentFilePrediction } from './file-prediction.type.js';

/** The prediction now and after each change; ends with it. */
export const watchPrediction = (context: Context, id: string) =>
  watchTask(context, id, {
    topic: 'prediction',
    what: 'prediction',
    find: (key) => context.store.prisma.prediction.findUnique({ where: { id: key } }),
    present: presentFilePrediction,
    hasEnded,
  });
