import { readFileSync } from 'node:fs';
import { limits } from '@kshot/domain';
import type { Context } from '../context.js';
import type { Server } from './server.type.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export async function describeServer({ store: { prisma }, predictor, startedAt }: Context): Promise<Server> {
  const [backend, dataSetCount, runCount, modelCount, demo] = await Promise.all([
    predictor.backend(),
    prisma.dataSet.count({ where: { discardedAt: null } }),
    prisma.run.count(),
    prisma.model.count(),
    prisma.run.findFirst({ where: { demo: true }, orderBy: { id: 'asc' }, select: { id: true } }),
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
