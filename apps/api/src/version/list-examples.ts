import { DomainError } from '@kshot/domain';
import type { Prisma } from '@kshot/store';
import type { Context } from '../context.js';
import { type Example, presentExample } from '../example/example.type.js';
import { type Page, page } from '../schema/connection.js';
import { contains } from '../schema/contains.js';
import { found, isId } from '../schema/find.js';
import type { PageArgs } from '../schema/page-args.js';
import type { DataSetVersion, ExampleFilter } from './version.type.js';

export async function listExamples(
  context: Context,
  version: DataSetVersion,
  range: PageArgs & { skip: number },
  filter: ExampleFilter = {},
): Promise<Page<Example>> {
  const { prisma } = context.store;
  const where: Prisma.ExampleWhereInput = {
    versionId: version.id,
    ...(filter.search ? { name: contains(filter.search) } : {}),
    ...(filter.unlabelled ? { classIndex: null } : { classIndex: { not: null } }),
    ...(filter.classId ? { classIndex: await classIndex(context, version.id, filter.classId) } : {}),
    ...(filter.part ? { index: { in: await rowsIn(context, version, filter.part, filter.splitId) } } : {}),
  };
  return page(
    range,
    {
      where,
      order: { by: 'index', direction: 'asc' },
      find: (window) => prisma.example.findMany(window),
      count: (counted) => prisma.example.count(counted),
      whole: true,
    },
    presentExample,
  );
}

async function classIndex({ store }: Context, versionId: string, id: string): Promise<number> {
  const row = await found('class', id, (key) =>
    store.prisma.class.findFirst({ where: { id: key, versionId } }),
  );
  return row.index;
}

async function rowsIn(
  { loaders }: Context,
  version: DataSetVersion,
  part: string,
  splitId?: string,
): Promise<number[]> {
  const pack = await loaders.pack.load(version.hash!);
  const chosen = splitId && isId(splitId) ? (await loaders.split.load(splitId))?.name : undefined;
  const split = pack.manifest.splits.find(({ name }) => name === chosen) ?? pack.manifest.splits[0];
  const wanted = split?.parts.indexOf(part) ?? -1;
  if (!split || wanted < 0)
    throw new DomainError(
      'BAD_INPUT',
      `There is no part "${part}". The parts are: ${split?.parts.join(', ')}.`,
    );
  const assigned = await pack.rows(`parts:${split.name}`, 0, version.exampleCount);
  return [...assigned.keys()].filter((row) => assigned[row] === wanted);
}
