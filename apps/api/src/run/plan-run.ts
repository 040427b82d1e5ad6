import { settingsFrom } from '@kshot/domain';
import type { Option, SettingsOf } from '@kshot/fewshot';
import { getRow, labelledVersion, type Model, type ReadyVersion, type Split } from '@kshot/store';
import type { Context } from '../context.js';
import { assertFits } from '../model/assert-fits.js';
import { chosenSplit } from '../split/chosen-split.js';
import { clipDefaults } from './clip-defaults.js';

/** Everything that a run needs, looked up and checked. */
export interface Plan<L extends readonly Option[]> {
  readonly version: ReadyVersion;
  readonly split: Split;
  readonly parent: Model | null;
  readonly settings: SettingsOf<L>;
  /** The project that is asked for. */
  readonly projectId: string | null;
}
interface RunInput {
  readonly versionId: string;
  readonly splitId?: string | null;
  readonly modelId?: string | null;
  readonly options?: Record<string, unknown> | null;
  readonly projectId?: string | null;
}

/** Throws NOT_FOUND, CONFLICT and BAD_INPUT before anything is written. */
export async function planRun<const L extends readonly Option[]>(
  { store }: Context,
  input: RunInput,
  options: L,
): Promise<Plan<L>> {
  const version = await labelledVersion(store, input.versionId);
  const split = chosenSplit(version, input.splitId);
  const parent = input.modelId != null ? await getRow(store, 'model', input.modelId) : null;
  if (parent) assertFits(parent, version);
  const backbone = parent ? {} : defaultBackbone(options, version, input.options);
  const settings = settingsFrom(options, { ...input.options, ...backbone });
  const projectId = input.projectId ?? null;
  return {
    version,
    split,
    parent,
    projectId,
    settings: clipDefaults(settings, version, split, input.options),
  };
}

/** Convolutions are for pictures: other examples have the dense backbone where none is chosen. */
function defaultBackbone(
  options: readonly Option[],
  { modality }: ReadyVersion,
  given: RunInput['options'],
): { backbone?: 'DENSE' } {
  const isOpen = options.some(({ name }) => name === 'backbone') && (given?.backbone ?? null) === null;
  return isOpen && modality !== 'IMAGE' ? { backbone: 'DENSE' } : {};
}
