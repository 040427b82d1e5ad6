import { DomainError } from '@kshot/domain';
import { getRow, listExamples as listRows } from '@kshot/store';
import type { Context } from '../context.js';
import { type Example, presentExample } from '../example/example.type.js';
import { type Page, page } from '../schema/connection.js';
import type { PageArgs } from '../schema/page-args.js';
import type { DataSetVersion, ExampleFilter } from './version.type.js';

export async function listExamples(
  context: Context,
  version: DataSetVersion,
  range: PageArgs & { skip: number },
  filter: ExampleFilter = {},
): Promise<Page<Example>> {
  const { store } = context;
  const list = async () => {
    const classIndex =
      filter.classId != null ? await classIndexOf(context, version.id, filter.classId) : undefined;
    const rows = filter.part ? await rowsIn(context, version, filter.part, filter.splitId) : undefined;
    const { search, unlabelled } = filter;
    return listRows(store, range, { versionId: version.id, search, unlabelled, classIndex, rows });
  };
  return page(list(), presentExample);
}

/** Throws NOT_FOUND for a class of another version. */
async function classIndexOf({ store }: Context, versionId: string, id: string): Promise<number> {
  const row = await getRow(store, 'class', id);
  if (row.versionId === versionId) return row.index;
  throw new DomainError('NOT_FOUND', `There is no class with the id ${id} in this version.`);
}

async function rowsIn(
  { loaders, store }: Context,
  version: DataSetVersion,
  part: string,
  splitId?: string,
): Promise<number[]> {
  const pack = await loaders.pack.load(version.hash!);
  const chosen = splitId == null ? null : await getRow(store, 'split', splitId);
  if (chosen && chosen.versionId !== version.id)
    throw new DomainError('NOT_FOUND', `There is no split with the id ${chosen.id} in this version.`);
  const split = chosen
    ? pack.manifest.splits.find(({ name }) => name === chosen.name)
    : pack.manifest.splits[0];
  const wanted = split?.parts.indexOf(part) ?? -1;
  if (!split || wanted < 0)
    throw new DomainError(
      'BAD_INPUT',
      `There is no part "${part}". The parts are: ${split?.parts.join(', ')}.`,
    );
  const assigned = await pack.rows(`parts:${split.name}`, 0, version.exampleCount);
  return [...assigned.keys()].filter((row) => assigned[row] === wanted);
}
