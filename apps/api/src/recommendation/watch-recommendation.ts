import { hasEnded } from '@kshot/domain';
import type { Context } from '../context.js';
import { watchTask } from '../schema/watch-task.js';
import { presentRecommendation } from './recommendation.type.js';

/** The recommendation now and after each change; ends when it has ended. */
export const watchRecommendation = (context: Context, id: string) =>
  watchTask(context, id, {
    topic: 'recommendation',
    what: 'recommendation',
    find: (key) => context.store.prisma.recommendation.findUnique({ where: { id: key } }),
    present: presentRecommendation,
    hasEnded,
  });
