import { DomainError, type PredictionRequest } from '@kshot/domain';
import { getRow, insertWithTask, type Model, type ReadyVersion, readyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { arrivedUpload } from '../inspection/arrived-upload.js';
import { assertServed } from '../predict/served-model.js';
import { placeOf } from '../project/place-of.js';
import type { StartPredictionInput } from './file-prediction.input.js';
import { type FilePrediction, presentFilePrediction } from './file-prediction.type.js';

/** The part of a version that has no classes. */
const UNLABELLED = 'unlabelled';
const USUAL_COVERAGE = 0.9;

/** Checks what can be checked and queues it. Throws NOT_FOUND, BAD_INPUT, CONFLICT, UPLOAD_INCOMPLETE. */
export async function startPrediction(
  context: Context,
  input: StartPredictionInput,
): Promise<FilePrediction> {
  const { store } = context;
  const model = await getRow(store, 'model', input.modelId);
  assertServed(model);
  if (input.uploadId == null && input.versionId == null)
    throw new DomainError('BAD_INPUT', 'Pass an uploadId or a versionId to predict.');
  if (input.uploadId != null && input.versionId != null)
    throw new DomainError('BAD_INPUT', 'Pass either an uploadId or a versionId, not both.');
  const coverage = coverageFor(model, input.coverage ?? null);
  const { name, request, part, ...source } =
    input.versionId != null ? await versionSource(context, input, model) : await uploadSource(context, input);
  const row = await insertWithTask(store, 'prediction', 'prediction', {
    name,
    request: { ...request, coverage },
    modelId: model.id,
    modelHash: model.hash,
    modelName: model.name,
    ...source,
    ...(await placeOf(context, [model, part], input.projectId)),
  });
  return presentFilePrediction(row);
}

type Source = {
  readonly name: string;
  readonly request: Omit<PredictionRequest, 'coverage'>;
  readonly uploadHash?: string;
  readonly versionId?: string;
  /** What of projects it is made of. */
  readonly part?: ReadyVersion['dataSet'];
};

async function uploadSource(context: Context, input: StartPredictionInput): Promise<Source> {
  const { uploadId, labelColumn, textColumn, split, part } = input;
  if (split ?? part)
    throw new DomainError('BAD_INPUT', '`split` and `part` are of versions. Leave them out for a file.');
  const { fileName, sha256 } = await arrivedUpload(context, uploadId!);
  return {
    // Photos that were dropped together come as an archive.
    name: fileName.replace(/\.tar$/i, ''),
    uploadHash: sha256,
    request: { fileName, ...(labelColumn ? { labelColumn } : {}), ...(textColumn ? { textColumn } : {}) },
  };
}

async function versionSource(context: Context, input: StartPredictionInput, model: Model): Promise<Source> {
  const version = await readyVersion(context.store, input.versionId!);
  const { part } = input;
  if (input.labelColumn ?? input.textColumn)
    throw new DomainError('BAD_INPUT', 'The columns of a version are known. Leave them out.');
  if (version.modality !== model.modality)
    throw new DomainError(
      'BAD_INPUT',
      `${model.name} takes ${model.modality.toLowerCase()} examples, this version has ${version.modality?.toLowerCase()}.`,
    );
  const { splits, unlabelled = 0 } = version.manifest;
  const isUnlabelled = part === UNLABELLED && !input.split && unlabelled > 0;
  const split = input.split ?? splits[0]?.name;
  const parts = splits.find(({ name }) => name === split)?.parts ?? [];
  if (input.split && !part)
    throw new DomainError(
      'BAD_INPUT',
      '`split` needs a `part`, such as test. Leave both out for all examples.',
    );
  if (part && !isUnlabelled && !parts.includes(part))
    throw new DomainError(
      'NOT_FOUND',
      `There is no part ${part} of a split "${split}". Parts are: ${parts.join(', ') || 'none'}.`,
    );
  const name = `${version.dataSet.name}, version ${version.number}`;
  return {
    name: part ? `${name}, ${part}` : name,
    versionId: version.id,
    part: version.dataSet,
    request: {
      fileName: name,
      ...(isUnlabelled ? { part: UNLABELLED } : part && split ? { split, part } : {}),
    },
  };
}

function coverageFor({ name, calibration: known }: Model, coverage: number | null): number | null {
  if (coverage === null) return known ? USUAL_COVERAGE : null;
  if (!(coverage >= 0.5 && coverage <= 0.99))
    throw new DomainError('BAD_INPUT', `\`coverage\` must be from 0.5 to 0.99, not ${coverage}.`);
  if (!known)
    throw new DomainError(
      'CONFLICT',
      `${name} is not calibrated. Call calibrateModel with examples that it was not fitted on, or leave out \`coverage\`.`,
    );
  return coverage;
}
