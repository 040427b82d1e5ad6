import { type CandidateSpec, DomainError, settingsFrom } from '@kshot/domain';
import { headOptions, type Option, pretrainOptions, transferTrainOptions } from '@kshot/fewshot';
import { getRow, type Model, type ReadyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { assertFits } from '../model/assert-fits.js';
import { nameOr } from '../schema/name-for.js';
import type { CandidateInput } from './evaluation.input.js';

/** A candidate as it is kept, with the row of its model. */
export interface PlannedCandidate {
  readonly name: string;
  readonly method: string;
  readonly spec: CandidateSpec;
  readonly model: Model | null;
}

/** Looked up and checked for all versions that it is to be scored on. Throws NOT_FOUND and BAD_INPUT. */
export async function candidateOf(
  context: Context,
  input: CandidateInput,
  versions: readonly ReadyVersion[],
): Promise<PlannedCandidate> {
  const kinds = (['modelId', 'head', 'fineTune', 'pretrain'] as const).filter((kind) => input[kind] != null);
  if (kinds.length !== 1)
    throw new DomainError(
      'BAD_INPUT',
      `A candidate has exactly one of modelId, head, fineTune and pretrain; this one has ${kinds.length}.`,
    );
  const modelId = input.modelId ?? input.head?.modelId ?? input.fineTune?.modelId;
  const model = modelId != null ? await getRow(context.store, 'model', modelId) : null;
  if (model) for (const version of versions) assertFits(model, version);
  const { spec, title } = specOf(input, model);
  const proposed = model && input.modelId !== model.id ? `${title} · ${model.name}` : title;
  const name = nameOr('candidate', input.name, proposed);
  return { name, method: spec.kind === 'HEAD' ? spec.settings.method : spec.kind, spec, model };
}

function specOf(input: CandidateInput, model: Model | null): { spec: CandidateSpec; title: string } {
  if (input.head) {
    const settings = settingsFrom(headOptions, { ...input.head.options });
    const title = labelOf(headOptions, settings.method);
    const spec = { kind: 'HEAD', modelHash: model?.hash ?? null, settings } as const;
    return { spec, title: model ? title : `${title} · no model` };
  }
  if (input.pretrain) {
    const settings = settingsFrom(pretrainOptions, { ...input.pretrain.options });
    return { spec: { kind: 'PRETRAIN', settings }, title: 'Trained from nothing' };
  }
  if (input.fineTune) {
    const settings = settingsFrom(transferTrainOptions, { ...input.fineTune.options, method: 'FINE_TUNE' });
    return { spec: { kind: 'FINE_TUNE', modelHash: model!.hash, settings }, title: 'Fine-tuned' };
  }
  return { spec: { kind: 'MODEL', modelHash: model!.hash }, title: model!.name };
}

const labelOf = (options: readonly Option[], value: string): string =>
  options
    .flatMap((option) => (option.kind === 'CHOICE' ? option.choices : []))
    .find((choice) => choice.value === value)?.label ?? value;
