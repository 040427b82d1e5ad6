import { DomainError, settingsFrom } from '@kshot/domain';
import { type PretrainSettings, pretrainOptions } from '@kshot/fewshot';
import type { DataSet, DataSetVersion, Split } from '@kshot/store';
import type { Context } from '../context.js';
import { found } from '../schema/find.js';
import { checkPretraining } from './check-pretraining.js';
import type { StartPretrainingInput } from './run.input.js';
import { presentRun, type Run } from './run.type.js';

export interface Planned {
  readonly version: DataSetVersion & { dataSet: DataSet };
  readonly split: Split;
  readonly settings: PretrainSettings;
}

/** Everything that a run needs, checked. Throws NOT_FOUND, CONFLICT, BAD_INPUT. */
export async function planPretraining(
  { store: { prisma } }: Context,
  input: StartPretrainingInput,
): Promise<Planned> {
  const settings = settingsFrom(pretrainOptions, { ...input.options });
  const version = await found('version', input.versionId, (id) =>
    prisma.dataSetVersion.findUnique({
      where: { id },
      include: { dataSet: true, splits: { orderBy: { id: 'asc' } } },
    }),
  );
  if (version.status !== 'READY') {
    throw new DomainError(
      'CONFLICT',
      `This version is ${version.status.toLowerCase()}. Wait for its import, or import it again.`,
    );
  }
  const split = input.splitId ? version.splits.find(({ id }) => id === input.splitId) : version.splits[0];
  if (!split) throw new DomainError('NOT_FOUND', `The version has no split with the id ${input.splitId}.`);
  checkPretraining(version, split, settings);
  return { version, split, settings };
}

/** Puts a run of the technique PRETRAIN into the queue. */
export async function startPretraining(context: Context, input: StartPretrainingInput): Promise<Run> {
  const { version, split, settings } = await planPretraining(context, input);
  const method = settings.network;
  const name = input.name?.trim() || `${method === 'DENSE' ? 'Dense' : 'Conv-4'} on ${version.dataSet.name}`;
  if (name.length > 160) throw new DomainError('BAD_INPUT', 'The name of a run has at most 160 characters.');
  const run = await context.store.prisma.run.create({
    data: {
      name,
      technique: 'PRETRAIN',
      method,
      settings: { ...settings, widths: [...settings.widths] },
      seed: settings.seed,
      versionId: version.id,
      splitId: split.id,
    },
  });
  await context.queue.send('run', run.id);
  return presentRun(run);
}
