import type { Context } from '../context.js';
import { watchTask } from '../schema/watch-task.js';
import { presentVersion } from './version.type.js';

/** The version now and after each change; ends with its import. */
export const watchVersion = (context: Context, id: string) =>
  watchTask(context, id, {
    topic: 'version',
    what: 'version',
    find: (key) => context.store.prisma.dataSetVersion.findUnique({ where: { id: key } }),
    present: presentVersion,
    hasEnded: (status) => status !== 'IMPORTING',
  });
