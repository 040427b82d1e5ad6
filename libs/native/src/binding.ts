import { backend as activeBackend, type DataType, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';

/** What tfjs-node's binding says of a tensor that TensorFlow holds. */
export interface Held {
  readonly id: number;
  readonly shape: number[];
  readonly dtype: number;
}
export interface OpAttr {
  readonly name: string;
  readonly type: number;
  readonly value: unknown;
}
/** The functions of tfjs-node's binding that are used here. */
export interface Binding {
  createTensor(shape: readonly number[], dtype: number, values: ArrayLike<number> | BigInt64Array): number;
  deleteTensor(id: number): void;
  tensorDataSync(id: number): Float32Array | Int32Array | Uint8Array;
  executeOp(op: string, attrs: readonly OpAttr[], inputs: readonly number[], outputs: number): Held[];
  loadSavedModel(folder: string, tags: string): number;
  deleteSavedModel(id: number): void;
  runSavedModel(id: number, inputs: readonly number[], inputNames: string, outputNames: string): Held[];
  getNumOfSavedModels(): number;
  getNumOfTensors(): number;
  readonly TF_Version: string;
}
/** tfjs-node's backend object, as far as it is used here. */
export interface NativeBackend {
  binding: Binding;
  readonly tensorMap: { get(dataId: object): { id: number; values: unknown } };
  write(values: unknown, shape: number[], dtype: DataType): object;
  readSync(dataId: object): unknown;
  /** A tensor of what the binding holds. */
  createOutputTensor(held: Held): Tensor;
  getInputTensorIds(tensors: readonly TensorInfo[]): number[];
}

/** The active backend as tfjs-node's; only after `loadBackend` said that it is native. */
export function nativeBackend(): NativeBackend {
  return activeBackend() as unknown as NativeBackend;
}

export function binding(): Binding {
  return nativeBackend().binding;
}
