import { type CandidateSpec, DomainError, settingsFrom } from '@kshot/domain';
import { headOptions, type Option, pretrainOptions, transferTrainOptions } from '@kshot/fewshot';
import { type DataSetVersion, getRow, type Model } from '@kshot/store';
import type { Context } from '../context.js';
import { nameOr } from '../schema/name-for.js';
import type { CandidateInput } from './evaluation.input.js';

/** A candidate as it is kept, with the row of its model. */
export interface PlannedCandidate {
  readonly name: string;
  readonly method: string;
  readonly spec: CandidateSpec;
  readonly model: Model | null;
}

/** Looked up and checked. Throws NOT_FOUND and BAD_INPUT. */
export async function candidateOf(
  context: Context,
  input: CandidateInput,
  version: Pick<DataSetVersion, 'modality'>,
): Promise<PlannedCandidate> {
  const kinds = (['modelId', 'head', 'fineTune', 'pretrain'] as const).filter((kind) => input[kind]);
  if (kinds.length !== 1)
    throw new DomainError(
      'BAD_INPUT',
      `A candidate has exactly one of modelId, head, fineTune and pretrain; this one has ${kinds.length}.`,
    );
  const modelId = input.modelId ?? input.head?.modelId ?? input.fineTune?.modelId;
  const model = modelId ? await modelFor(context, modelId, version) : null;
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

async function modelFor(
  { store }: Context,
  modelId: string,
  { modality }: Pick<DataSetVersion, 'modality'>,
): Promise<Model> {
  const model = await getRow(store, 'model', modelId);
  if (model.modality === modality) return model;
  throw new DomainError(
    'BAD_INPUT',
    `The model ${model.name} takes ${model.modality.toLowerCase()} examples, this data set has ${modality?.toLowerCase()} ones. Choose another of the two.`,
  );
}

const labelOf = (options: readonly Option[], value: string): string =>
  options
    .flatMap((option) => (option.kind === 'CHOICE' ? option.choices : []))
    .find((choice) => choice.value === value)?.label ?? value;
