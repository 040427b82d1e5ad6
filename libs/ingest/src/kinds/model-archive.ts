import { DomainError } from '@kshot/domain';
import type { Archive } from '../archives/archive.js';

/** Files that hold a model's weights, and kinds of files that lie beside them. */
const WEIGHTS =
  /(^|\/)([\w.-]*\.weights\.h5|saved_model\.pb|[\w.-]*\.safetensors|pytorch_model\.bin|data\.pkl|[\w.-]*\.onnx|[\w.-]*\.keras)$/i;
const BESIDE = /\.(json|txt|md|bin|pb|index|model|pkl|h5|onnx|keras|safetensors|data-[\d]+-of-[\d]+)$/i;

/** Throws DATA_FORMAT where an archive is a model, and no data: what describes it would be taken for a table or texts. */
export function assertNoModel({ entries }: Pick<Archive, 'entries'>): void {
  const weights = entries.find(({ name }) => WEIGHTS.test(name));
  if (
    !weights ||
    !entries.every(({ name }) => WEIGHTS.test(name) || BESIDE.test(name) || !/\.\w+$/.test(name))
  )
    return;
  throw new DomainError(
    'DATA_FORMAT',
    `The file is a model (it holds ${weights.name.split('/').at(-1)}), and no examples. Import it on the page Models.`,
  );
}
