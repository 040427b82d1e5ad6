import { engine, type Tensor } from '@tensorflow/tfjs-core';

/** The same numbers without their history: no gradient flows through it, and nothing is computed or copied. */
export function detach<T extends Tensor>(tensor: T): T {
  engine().backend.incRef(tensor.dataId);
  const { dataId, shape, dtype } = tensor;
  return engine().makeTensorFromTensorInfo({ dataId, shape, dtype }) as T;
}
