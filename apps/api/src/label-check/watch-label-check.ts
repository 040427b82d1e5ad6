import { hasEnded } from '@kshot/domain';
import type { Context } from '../context.js';
import { watchTask } from '../schema/watch-task.js';
import { presentLabelCheck } from './label-check.type.js';

/** The check now and after each change; ends with it. */
export const watchLabelCheck = (context: Context, id: string) =>
  watchTask(context, id, {
    topic: 'check',
    what: 'check',
    find: (key) => context.store.prisma.labelCheck.findUnique({ where: { id: key } }),
    present: presentLabelCheck,
    hasEnded,
  });
