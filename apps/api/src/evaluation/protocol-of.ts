import {
  DomainError,
  heldOutClasses,
  type MetaRunSettings,
  type ProtocolSettings,
  protocolSettings,
} from '@kshot/domain';
import { type DataSetVersion, getRow, type Model, type ReadyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { partOf } from '../run/training-examples.js';
import { chosenSplit } from '../split/chosen-split.js';
import type { EpisodesInput, ProtocolInput } from './protocol.input.js';

const FOLDS = 5;
const SHOTS = [1, 2, 5, 10];

/** The protocol, checked, as it is kept. Throws BAD_INPUT naming the field. */
export async function protocolOf(
  context: Context,
  input: ProtocolInput,
  version: ReadyVersion,
): Promise<ProtocolSettings> {
  const { success, data, error } = protocolSettings.safeParse(
    present(await settingsOf(context, input, version)),
  );
  if (success) return data;
  const [issue] = error.issues;
  throw new DomainError('BAD_INPUT', `protocol.${issue?.path.join('.')}: ${issue?.message}.`);
}

async function settingsOf(context: Context, input: ProtocolInput, version: ReadyVersion): Promise<object> {
  const given = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  if (given.length !== 1)
    throw new DomainError(
      'BAD_INPUT',
      `A protocol is exactly one of split, crossValidation, leaveOneOut, shotCurve and episodes; here are ${given.length}.`,
    );
  if (input.split) {
    const { splitId, part } = input.split;
    const split = chosenSplit(version, splitId);
    return { kind: 'SPLIT', split: split.name, part: part.toLowerCase() };
  }
  if (input.crossValidation) {
    const { grouping, part } = input.crossValidation;
    return {
      kind: 'CROSS_VALIDATION',
      ...input.crossValidation,
      folds: input.crossValidation.folds ?? Math.min(FOLDS, exampleCount(version, part)),
      ...(grouping ? { grouping: present(grouping) } : {}),
    };
  }
  if (input.leaveOneOut) return { kind: 'LEAVE_ONE_OUT', ...input.leaveOneOut };
  if (input.shotCurve) {
    const shots = [...new Set(input.shotCurve.shots ?? defaultShots(version))].sort((a, b) => a - b);
    return { kind: 'SHOT_CURVE', ...input.shotCurve, shots };
  }
  const { unseenByModelId, stopEarly, ...episodes } = input.episodes as EpisodesInput;
  const unseen = unseenByModelId ? await unseenClasses(context, unseenByModelId, version) : undefined;
  return {
    kind: 'EPISODES',
    ...episodes,
    ...(unseen ? { classes: unseen } : {}),
    ...(stopEarly ? { stopEarly: present(stopEarly) } : {}),
  };
}

/** Of a part of the first split, or of all. */
const exampleCount = ({ splits, exampleCount: all }: ReadyVersion, part?: string): number =>
  (part && splits[0] ? partOf(splits[0], part)?.exampleCount : undefined) ?? all;

/** As many as leave an example of the smallest class to score. */
function defaultShots({ manifest }: ReadyVersion): number[] {
  const { classes } = manifest;
  const smallest = Math.min(...classes.map(({ count }) => count));
  return SHOTS.filter((shots) => shots === 1 || shots < smallest);
}

/** Class names of the version that the training of a meta-model never saw. */
async function unseenClasses({ store }: Context, modelId: string, version: ReadyVersion): Promise<string[]> {
  const model = await getRow(store, 'model', modelId);
  const unseen = unseenOf(model, version);
  if (unseen) return unseen;
  throw new DomainError(
    'BAD_INPUT',
    'Only of a meta-model that was trained on this version it is known which classes it never saw. Leave unseenByModelId out.',
  );
}

/** Undefined where it is not known. */
export function unseenOf(
  model: Pick<Model, 'versionId' | 'manifest'>,
  version: Pick<DataSetVersion, 'id' | 'manifest'>,
): string[] | undefined {
  const meta: Partial<MetaRunSettings> | undefined = model.manifest.meta;
  if (meta?.testShare === undefined || meta.seed === undefined || model.versionId !== version.id)
    return undefined;
  if (!version.manifest) return undefined;
  const { classes } = version.manifest;
  const named = classes.map(({ name, group }) => ({ name, ...(group === null ? {} : { group }) }));
  return heldOutClasses(named, { testShare: meta.testShare, seed: meta.seed }).test.map(({ name }) => name);
}

/** Without what was left out. */
const present = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== null));
