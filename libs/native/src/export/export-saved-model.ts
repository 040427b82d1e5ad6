import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { constant, ProgramError, type Tensors } from '@kshot/fewshot';
import { nativeBackend } from '../binding.js';
import { shapeAttr, shapeProto, typeAttr } from '../graph/attr.js';
import { dtypeNumber } from '../graph/dtype.js';
import { type Nodes, nodeList } from '../graph/node.js';
import { savedModelBytes } from '../graph/saved-model.js';
import { registerNativeKernels } from '../kernels/register.js';
import { outcomesOf } from '../recording/outcomes.js';
import { record } from '../recording/record.js';
import { scoped } from '../recording/scoped.js';
import { standIn } from '../recording/stand-in.js';
import { withAnyBatch } from './any-batch.js';

/** One example of an input, without the batch. */
export interface ExportedInput {
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
}
export interface Exported {
  /** A pure function of weights and inputs whose first extent is the batch. */
  forward(weights: Tensors, inputs: Tensors): Tensors;
  readonly weights: Tensors;
  readonly inputs: Readonly<Record<string, ExportedInput>>;
}

/**
 * Writes a forward pass as a SavedModel with the signature `serving_default`, weights frozen, for batches of any
 * size, as TensorFlow Serving and `tf.saved_model.load` take it. The folder appears whole; it must not exist.
 */
export function exportSavedModel(folder: string, model: Exported): void {
  if (existsSync(folder))
    throw new ProgramError('WRONG_SHAPE', `${folder} exists already: choose another folder`);
  registerNativeKernels();
  const nodes = withAnyBatch((batch) => recorded(model, batch));
  const bytes = savedModelBytes({ nodes: nodes.list }, { serving_default: signature(model, nodes) });
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = `${folder}-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    // Readers look for the folder of the variables even when there are none.
    mkdirSync(join(unfinished, 'variables'), { recursive: true });
    writeFileSync(join(unfinished, 'saved_model.pb'), bytes);
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function recorded({ forward, weights, inputs }: Exported, batch: number): Nodes {
  const nodes = nodeList();
  const trace = { sites: new Map(), outcomes: outcomesOf(nativeBackend().binding) };
  for (const tensor of Object.values(weights)) constant(tensor);
  scoped(() => {
    const bound = Object.entries(inputs).map(([name, { shape, dtype }]) => {
      const attrs = { dtype: typeAttr(dtypeNumber(dtype)), shape: shapeAttr([-1, ...shape]) };
      const ref = nodes.add('Placeholder', [], attrs, { name: `serving_default_${name}` });
      return { name, ref, tensor: standIn([batch, ...shape], dtype) };
    });
    record(nodes, bound, trace, ({ refOf }) => {
      const named = Object.fromEntries(bound.map(({ name, tensor }) => [name, tensor]));
      for (const [name, tensor] of Object.entries(forward(weights, named))) {
        const type = { T: typeAttr(dtypeNumber(tensor.dtype)) };
        nodes.add('Identity', [refOf(tensor)], type, { name: `output_${name}` });
      }
    });
  });
  return nodes;
}

function signature({ inputs }: Exported, { list }: Nodes) {
  const ends = list.filter((node) => node.name.startsWith('output_'));
  const outputs = ends.map(({ name, attrs }) => {
    const info = { name: `${name}:0`, dtype: attrs.T!.type, tensor_shape: { unknown_rank: true } };
    return [name.slice('output_'.length), info];
  });
  const fed = Object.entries(inputs).map(([name, { shape, dtype }]) => {
    const info = {
      name: `serving_default_${name}:0`,
      dtype: dtypeNumber(dtype),
      tensor_shape: shapeProto([-1, ...shape]),
    };
    return [name, info];
  });
  const method_name = 'tensorflow/serving/predict';
  return { inputs: Object.fromEntries(fed), outputs: Object.fromEntries(outputs), method_name };
}
