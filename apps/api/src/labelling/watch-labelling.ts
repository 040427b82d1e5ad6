import { hasEnded } from '@kshot/domain';
import type { Context } from '../context.js';
import { watchTask } from '../schema/watch-task.js';
import { presentLabelling } from './labelling.type.js';

/** The labelling now and after each change; ends with it. */
export const watchLabelling = (context: Context, id: string) =>
  watchTask(context, id, {
    topic: 'labelling',
    what: 'labelling',
    find: (key) => context.store.prisma.labelling.findUnique({ where: { id: key } }),
    present: presentLabelling,
    hasEnded,
  });
