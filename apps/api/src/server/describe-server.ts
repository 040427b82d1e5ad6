import { readFileSync } from 'node:fs';
import { limits, root } from '@kshot/domain';
import { countRows, findRows } from '@kshot/store';
import type { Context } from '../context.js';
import type { Server } from './server.type.js';

const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  version: string;
};

export async function describeServer({ store, predictor, startedAt }: Context): Promise<Server> {
  const [backend, dataSetCount, runCount, modelCount, [demo]] = await Promise.all([
    predictor.backend(),
    countRows(store, 'dataSet', { discardedAt: null }),
    countRows(store, 'run'),
    countRows(store, 'model'),
    findRows(store, 'run', { demo: true }, { by: 'id', take: 1 }),
  ]);
  return {
    version,
    backend,
    limits,
    startedAt,
    dataSetCount,
    runCount,
    modelCount,
    demoRunId: demo?.id ?? null,
  };
}
