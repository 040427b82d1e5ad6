import type { DataType } from '@tensorflow/tfjs-core';

/** TensorFlow's numbers for the types that occur here. */
export const DT = { float32: 1, int32: 3, uint8: 4, string: 7, int64: 9, bool: 10, resource: 20 } as const;

export function dtypeNumber(dtype: DataType): number {
  if (dtype === 'complex64') throw new Error('complex64 is not recorded');
  return DT[dtype];
}

export function dtypeName(number: number): DataType {
  switch (number) {
    case DT.float32:
      return 'float32';
    case DT.int32:
    case DT.int64:
    case DT.uint8:
      return 'int32';
    case DT.bool:
      return 'bool';
    default:
      throw new Error(`type ${number} is not recorded`);
  }
}
