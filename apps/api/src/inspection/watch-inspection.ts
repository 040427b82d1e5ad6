import { hasEnded } from '@kshot/domain';
import type { Context } from '../context.js';
import { watchTask } from '../schema/watch-task.js';
import { presentInspection } from './inspection.type.js';

/** The inspection now and after each change; ends with it. */
export const watchInspection = (context: Context, id: string) =>
  watchTask(context, id, {
    topic: 'inspection',
    what: 'inspection',
    find: (key) => context.store.prisma.inspection.findUnique({ where: { id: key } }),
    present: presentInspection,
    hasEnded,
  });
